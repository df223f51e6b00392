package io.github.camelontraport;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.camel.util.ObjectHelper;

/**
 * What the current or last poll of a consumer came to, for people. Holds no secret.
 *
 * @param at       the second in which the poll began; {@code null} before the first one
 * @param delivered records that the route was done with since the consumer was made
 * @param position how far the consumer has delivered, such as {@code id 4711}; {@code null} while it is not known
 * @param problem  why nothing more is delivered; {@code null} when there is nothing more, or a poll is under way
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
        /** Another consumer has the state. */
        WAITING,
        /** The last poll could not read records or state. */
        FAILED
    }

    static final PollStatus NONE = new PollStatus(Phase.STARTING, null, 0, null, null);

    PollStatus polling(Instant now) {
        return new PollStatus(Phase.POLLING, now.truncatedTo(ChronoUnit.SECONDS), delivered, position, null);
    }

    PollStatus oneDelivered() {
        return new PollStatus(phase, at, delivered + 1, position, problem);
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

    PollStatus failed(Throwable failure) {
        return new PollStatus(
                Phase.FAILED,
                at,
                delivered,
                position,
                failure instanceof OntraportException ? failure.getMessage() : classes(failure) + "; the log has more");
    }
}
