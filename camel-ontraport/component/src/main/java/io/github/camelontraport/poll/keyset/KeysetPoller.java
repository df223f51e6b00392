package io.github.camelontraport.poll.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.poll.Poller;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Follows a growing position. Below the bound everything is done. What lies above it is read with each poll, and what
 * was delivered of it is remembered, because rows become visible late; the bound rises to what has settled, as far as
 * everything up to there is delivered.
 */
public final class KeysetPoller implements Poller {

    /** So much is remembered before it is worth a request to learn how far there is to go. */
    private static final int LONG = 2000;
    /** So much is written with each occurrence at most; more goes to a part of its own. */
    private static final int RECENT = 500;

    private static final String PART = "delivered";

    private final EventStrategy feed;
    private final Checkpoint checkpoint;
    private final DeliveredLog memory;
    private final WatermarkTracker settling;
    private final Deque<Candidate> pending = new ArrayDeque<>();
    private boolean contacted;
    private boolean parted;
    private long bound;
    private Scan walk;
    private long settled;
    private boolean probed;
    /** The lowest position that was left for a later pass. */
    private long early = Long.MAX_VALUE;
    /** Ends the poll when what was found before it is delivered. */
    private RuntimeException failure;

    public KeysetPoller(EventStrategy feed, PollingClient source, Checkpoint checkpoint) {
        this.feed = feed;
        this.checkpoint = checkpoint;
        this.memory = feed.memory();
        this.settling = new WatermarkTracker(source.timing(), feed.settleTime());
    }

    @Override
    public void open() {
        checkpoint.read().ifPresent(state -> checkpoint.reading(state, this::read));
    }

    private void read(JsonNode state) {
        if (!state.path("bound").isIntegralNumber()) {
            throw new IllegalArgumentException("bound is no number");
        }
        bound = state.path("bound").asLong();
        parted = state.path("parted").asBoolean();
        // A part that the state does not speak of is from a state that was removed to begin anew.
        memory.read(
                parted ? checkpoint.part(PART, true) : "",
                state.path("delivered").asText(),
                bound);
        settling.read(state.path("seen"));
        contacted = true;
    }

    @Override
    public void begin() {
        pending.clear();
        walk = null;
        failure = null;
    }

    @Override
    public List<RecordEvent> next(int most) {
        checkpoint.flush();
        if (!contacted) {
            bound = feed.baseline(memory);
            contacted = true;
            store();
        }
        if (walk == null || (pending.isEmpty() && !walk.ended() && isWorthBeginningAgain())) {
            beginPass();
        }
        List<RecordEvent> found = found();
        while (found.size() < most && !walk.ended()) {
            if (failure != null) {
                break;
            }
            tryReadOn(!found.isEmpty());
            found = found();
        }
        if (found.isEmpty() && failure != null) {
            throw failure;
        }
        if (found.isEmpty()) {
            advance();
            store();
        }
        return found.size() <= most ? found : List.copyOf(found.subList(0, most));
    }

    private List<RecordEvent> found() {
        return pending.stream()
                .flatMap(finding -> finding.occurrence().stream())
                .toList();
    }

    private void beginPass() {
        settled = settling.settled().orElse(Long.MIN_VALUE);
        walk = feed.walk(bound, memory);
        probed = false;
        early = Long.MAX_VALUE;
    }

    /**
     * In a long pass, once what was seen at its beginning has settled, everything up to there settles as it is read, and
     * need not be remembered: reading the beginning once more is the cheaper way.
     */
    private boolean isWorthBeginningAgain() {
        if (memory.size() < LONG) {
            return false;
        }
        if (!probed) {
            settling.seen(Math.min(feed.highest(), feed.ceiling()));
            probed = true;
        }
        return settling.settled().orElse(Long.MIN_VALUE) > Math.max(settled, bound);
    }

    /** What was found before a failure is delivered before it is told, so that one bad page does not hold up all the others. */
    private void tryReadOn(boolean hasFound) {
        long complete = walk.completeTo();
        try {
            readOn();
            if (pending.isEmpty()) {
                // Also pages of which everything is known take the bound further, were there never time for all of
                // them.
                advance();
                store();
            }
        } catch (RuntimeException e) {
            if (!hasFound) {
                throw e;
            }
            failure = e;
            early = Math.min(early, complete + 1);
        }
    }

    private void readOn() {
        List<ScannedRow> rows = walk.next();
        long ceiling = feed.ceiling();
        rows.stream()
                .mapToLong(ScannedRow::position)
                .filter(position -> position <= ceiling)
                .max()
                .ifPresent(settling::seen);
        List<ScannedRow> fresh = rows.stream().filter(memory::isNew).toList();
        if (!fresh.isEmpty()) {
            for (Candidate finding : feed.findings(fresh, settled)) {
                if (finding.isEarly()) {
                    early = Math.min(early, finding.row().position());
                } else {
                    pending.add(finding);
                }
            }
            passOver();
        }
    }

    @Override
    public void acknowledge(RecordEvent occurrence) {
        Candidate first = pending.poll();
        if (first == null || first.occurrence().filter(it -> it == occurrence).isEmpty()) {
            throw new IllegalStateException("Not the occurrence whose turn it is: " + occurrence.deliveryKey());
        }
        memory.add(first.row());
        passOver();
        advance();
        store();
    }

    /** Rows that are not to be delivered are done when everything before them is. */
    private void passOver() {
        while (!pending.isEmpty() && pending.peek().occurrence().isEmpty()) {
            memory.add(pending.poll().row());
        }
    }

    private void advance() {
        long through =
                pending.isEmpty() ? walk.completeTo() : pending.peek().row().position() - 1;
        through = Math.min(through, early - 1);
        bound = memory.advance(Math.max(bound, Math.min(settled, through)));
        memory.forget(bound);
        settling.forget(bound);
    }

    private void store() {
        if (memory.recentSize() >= RECENT) {
            // The part is written without what the new bound covers, so the bound is stored before it.
            checkpoint.store(this::write);
            parted = true;
            checkpoint.storePart(PART, memory.all());
        }
        boolean partIsOld = parted && memory.size() == 0;
        parted &= !partIsOld;
        checkpoint.store(this::write);
        if (partIsOld) {
            checkpoint.storePart(PART, "");
        }
    }

    private void write(ObjectNode state) {
        state.put("bound", bound);
        settling.write(state.putArray("seen"));
        state.put("delivered", memory.recent()).put("parted", parted);
    }
}
