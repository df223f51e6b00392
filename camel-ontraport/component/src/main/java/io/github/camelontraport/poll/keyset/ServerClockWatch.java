package io.github.camelontraport.poll.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Compares the server's clock with the local ones, because each of them can step. The server dates changes by its own
 * clock: when it is set back, changes get times that were passed before.
 */
final class ServerClockWatch {

    /**
     * A reply's date has whole seconds and is as old as the reply was under way. A step back that is not larger cannot be
     * seen, so nothing settles in a shorter time.
     */
    static final Duration TOLERANCE = Duration.ofSeconds(3);
    /** A larger difference across a restart is a fault of the local clock. */
    private static final Duration MAX_STEP = Duration.ofHours(1);
    /** The age of a state of format 1, which has no server time, is believed up to this. */
    private static final Duration MAX_AGE = Duration.ofDays(1);

    private final PollingClient client;
    private Instant lastTime;
    private long lastAt;
    /** The server's time when the state was stored; {@code null} when that is not known. */
    private Instant storedTime;
    /** The local time of day when the state was stored; {@code null} without a state. */
    private Instant storedDay;

    ServerClockWatch(PollingClient client) {
        this.client = client;
    }

    void read(JsonNode state) {
        storedDay = state.has("at") ? Instant.parse(state.path("at").asText()) : null;
        storedTime = storedDay != null && state.has(Checkpoint.SERVER_TIME_FIELD)
                ? Instant.parse(state.path(Checkpoint.SERVER_TIME_FIELD).asText())
                : null;
    }

    /** The time at the server; empty while it is not known. */
    Optional<Instant> serverTime() {
        return client.serverTime();
    }

    /** When the state that was read was stored, by the server's clock. */
    Optional<Instant> storedTime() {
        return Optional.ofNullable(storedTime);
    }

    /** Whether a state was read whose age the server's clock can confirm, once it is known. */
    boolean isUnconfirmed() {
        return storedTime != null && client.serverTime().isEmpty();
    }

    /** Whether server and local clock differ about how old the state is that was read. */
    boolean isAgeInDoubt() {
        if (storedTime == null || client.serverTime().isEmpty()) {
            return false;
        }
        Duration difference = serverAge().minus(localAge()).abs();
        return difference.compareTo(TOLERANCE.multipliedBy(2)) > 0;
    }

    private Duration serverAge() {
        return Duration.between(storedTime, client.serverTime().orElseThrow());
    }

    private Duration localAge() {
        return Duration.between(storedDay, client.timing().now());
    }

    /**
     * To be called after each reply.
     *
     * @param latest the latest second that the server is known to have reached
     * @return the earliest second that a change can have since the call before, or since the state was stored, if the
     *         server's clock was set back in that time; empty otherwise
     */
    OptionalLong earliestChangeAfterStep(long latest) {
        Instant now = client.serverTime().orElse(null);
        if (now == null) {
            return OptionalLong.empty();
        }
        long at = client.timing().nanoTime();
        Duration elapsed = lastTime != null
                ? Duration.ofNanos(at - lastAt)
                : storedDay == null ? Duration.ZERO : elapsedSinceStored();
        Instant before = lastTime != null ? lastTime : storedTime == null ? now.minus(elapsed) : storedTime;
        // Several small steps, none of which can be seen, can also lead to changes at or below the latest second.
        boolean isSetBack = now.plus(TOLERANCE).isBefore(before.plus(elapsed))
                || now.minus(elapsed).getEpochSecond() <= latest;
        lastTime = now;
        lastAt = at;
        return isSetBack ? OptionalLong.of(now.minus(elapsed).minus(TOLERANCE).getEpochSecond()) : OptionalLong.empty();
    }

    private Duration elapsedSinceStored() {
        Duration bound =
                storedTime == null ? MAX_AGE : max(Duration.ZERO, serverAge()).plus(MAX_STEP);
        Duration local = max(Duration.ZERO, localAge());
        return local.compareTo(bound) > 0 ? bound : local;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
