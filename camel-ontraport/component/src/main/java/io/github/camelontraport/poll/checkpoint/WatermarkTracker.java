package io.github.camelontraport.poll.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Records when positions were first seen. Rows become visible late: only a read that begins {@code settleTime} after a
 * position was seen shows everything at or below it. Ages are measured by the local monotonic clock, and by the time of
 * day only across restarts.
 */
public final class WatermarkTracker {

    /** Marks are at least this part of a settle time apart, except the last. */
    private static final int MARKS = 8;

    private final TimeSource timing;
    private final long settleNanos;
    private final List<Mark> marks = new ArrayList<>();

    public WatermarkTracker(TimeSource timing, Duration settleTime) {
        this.timing = timing;
        this.settleNanos = settleTime.toNanos();
    }

    /** @param day the same moment as {@code at}, for other processes */
    private record Mark(long position, long at, Instant day) {}

    /** Something at this position was seen now. */
    public void seen(long position) {
        long now = timing.nanoTime();
        if (!marks.isEmpty() && position <= last(1).position) {
            return;
        }
        // The last mark moves on with what is seen, until it is far enough from the one before.
        if ((!marks.isEmpty() && last(1).at == now)
                || (marks.size() > 1 && last(1).at - last(2).at < settleNanos / MARKS)) {
            marks.remove(marks.size() - 1);
        }
        marks.add(new Mark(position, now, timing.now().truncatedTo(ChronoUnit.MILLIS)));
        while (marks.size() > 1 && isSettled(marks.get(1))) {
            marks.remove(0);
        }
    }

    private Mark last(int fromEnd) {
        return marks.get(marks.size() - fromEnd);
    }

    private boolean isSettled(Mark mark) {
        return timing.nanoTime() - mark.at >= settleNanos;
    }

    /** The highest position that a read beginning now settles. */
    public OptionalLong settled() {
        return marks.stream().filter(this::isSettled).mapToLong(Mark::position).max();
    }

    /** Positions at or below the watermark need no mark. */
    public void forget(long watermark) {
        marks.removeIf(mark -> mark.position <= watermark);
    }

    /** Removes the marks above this position, which the account does not have. */
    public void removeAbove(long position) {
        marks.removeIf(mark -> mark.position > position);
    }

    /** The highest position that is marked; empty when there is none. */
    public OptionalLong highest() {
        return marks.stream().mapToLong(Mark::position).max();
    }

    /** Counts everything as seen now: the ages were measured by a clock that was wrong. */
    public void restart() {
        marks.replaceAll(mark -> new Mark(mark.position, timing.nanoTime(), timing.now()));
    }

    public void write(ArrayNode json) {
        marks.forEach(mark -> json.addObject().put("position", mark.position).put("at", mark.day.toString()));
    }

    /** A mark from the future counts as made now: the local clock was set back. */
    public void read(JsonNode json) {
        for (JsonNode mark : json) {
            Instant day = Instant.parse(mark.path("at").asText());
            long age = Math.max(0, Duration.between(day, timing.now()).toNanos());
            marks.add(new Mark(mark.path("position").asLong(), timing.nanoTime() - age, day));
        }
    }
}
