package io.github.camelontraport.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelontraport.api.time.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * When positions were first seen. Rows become visible late: only a read that begins {@code settleTime} after a position
 * was seen surely shows everything at or below it. Ages go by our own monotonic clock, and by the time of day across
 * restarts only, so neither the server's clock nor a jump of ours matters.
 */
final class Settling {

    /** So many marks to a settle time at most; a position in between gets its mark when it is read again. */
    private static final int MARKS = 8;

    private final Timing timing;
    private final long settle;
    private final Deque<Mark> marks = new ArrayDeque<>();

    Settling(Timing timing, Duration settleTime) {
        this.timing = timing;
        this.settle = settleTime.toNanos();
    }

    /** @param day the same moment as {@code at}, for other processes */
    private record Mark(long position, long at, Instant day) {
    }

    /** Something at this position was seen just now. */
    void seen(long position) {
        long now = timing.nanoTime();
        Mark last = marks.peekLast();
        if (last != null && (position <= last.position || now != last.at && now - last.at < settle / MARKS)) {
            return;
        }
        if (last != null && now == last.at) {
            marks.removeLast();
        }
        marks.add(new Mark(position, now, timing.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** The highest position that a read beginning now settles. */
    OptionalLong settled() {
        long now = timing.nanoTime();
        OptionalLong highest = OptionalLong.empty();
        for (Mark mark : marks) {
            if (now - mark.at >= settle) {
                highest = OptionalLong.of(mark.position);
            }
        }
        return highest;
    }

    /** Positions at or below need no mark any more. */
    void forget(long bound) {
        while (!marks.isEmpty() && marks.peek().position <= bound) {
            marks.poll();
        }
    }

    void write(ArrayNode json) {
        marks.forEach(mark -> json.addObject().put("position", mark.position).put("at", mark.day.toString()));
    }

    /** A mark from the future counts as made now: our clock was set back. */
    void read(JsonNode json) {
        for (JsonNode mark : json) {
            Instant day = Instant.parse(mark.path("at").asText());
            long age = Math.max(0, Duration.between(day, timing.now()).toNanos());
            marks.add(new Mark(mark.path("position").asLong(), timing.nanoTime() - age, day));
        }
    }
}
