package io.github.camelontraport;

import io.github.camelontraport.poll.checkpoint.CheckpointException;
import io.github.camelontraport.poll.checkpoint.StateUnavailableException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.camel.util.ObjectHelper;

/**
 * What the current or last poll of a consumer came to, for people. Holds no secret.
 *
 * @param at       the second in which the poll began; {@code null} before the first one
 * @param delivered records that the route was done with since the consumer was made
 * @param position how far the consumer has delivered, such as {@code id 4711}; {@code null} while it is not known
 * @param problem  why the last poll that ended did not deliver everything; {@code null} when it did
 */
record PollStatus(Phase phase, Instant at, long delivered, String position, String problem) {

    /** What a consumer does. */
    enum Phase {
        /** No poll has begun. */
        STARTING,
        /** A poll is under way. */
        POLLING,
        /** The last poll has delivered what there was, or as much as a poll may deliver. */
        OK,
        /** The route has failed with a record, which holds up those behind it. */
        RECORD_FAILS,
        /** The route is suspended. */
        SUSPENDED,
        /** Another consumer has the state. */
        WAITING,
        /** The last poll could not read records or state. */
        FAILED
    }

    static final PollStatus NONE = new PollStatus(Phase.STARTING, null, 0, null, null);

    PollStatus polling(Instant now) {
        return new PollStatus(Phase.POLLING, now.truncatedTo(ChronoUnit.SECONDS), delivered, position, problem);
    }

    PollStatus oneDelivered(String reached) {
        return new PollStatus(phase, at, delivered + 1, reached, problem);
    }

    /** After a poll that was told to end before it knew anything. */
    PollStatus abandoned(PollStatus before) {
        return new PollStatus(before.phase, before.at, delivered, position, before.problem);
    }

    PollStatus suspended() {
        return new PollStatus(Phase.SUSPENDED, at, delivered, position, problem);
    }

    PollStatus ok(String reached) {
        return new PollStatus(Phase.OK, at, delivered, reached, null);
    }

    /** The messages of a route's exception may hold anything, so only classes are kept. */
    PollStatus recordFails(String reached, long id, Throwable failure) {
        return new PollStatus(
                Phase.RECORD_FAILS,
                at,
                delivered,
                reached,
                "Record " + id + " fails with " + classes(failure) + "; the log has more");
    }

    private static String classes(Throwable failure) {
        // Camel walks from the innermost cause outwards.
        Throwable root = ObjectHelper.createExceptionIterator(failure).next();
        String outer = failure.getClass().getName();
        return root == failure
                ? outer
                : outer + ", caused by " + root.getClass().getName();
    }

    PollStatus waiting() {
        return new PollStatus(Phase.WAITING, at, delivered, position, "Another consumer has the state");
    }

    /** @param reached {@code null} if the state could not be read */
    PollStatus failed(String reached, Throwable failure) {
        return new PollStatus(Phase.FAILED, at, delivered, reached == null ? position : reached, text(failure));
    }

    private static String text(Throwable failure) {
        boolean isOurs = failure instanceof OntraportException
                || failure instanceof CheckpointException
                || failure instanceof StateUnavailableException;
        return isOurs ? failure.getMessage() : classes(failure) + "; the log has more";
    }
}
