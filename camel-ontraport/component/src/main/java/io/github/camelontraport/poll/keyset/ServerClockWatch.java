package io.github.camelontraport.poll.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.poll.PollingClient;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Compares the server's clock with the local ones, because each of them can step. The server dates changes by its own
 * clock: when it is set back, changes get times that were passed before.
 */
final class ServerClockWatch {

    /** A reply's date has whole seconds and is as old as the reply was under way. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);
    /** A larger difference across a restart is a fault of the local clock. */
    private static final Duration MAX_STEP = Duration.ofHours(1);
    /** The age of a state of format 1, which has no server time, is believed up to this. */
    private static final Duration MAX_AGE = Duration.ofDays(1);

    private static final String FIELD = "serverTime";

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
        storedTime = storedDay != null && state.has(FIELD)
                ? Instant.parse(state.path(FIELD).asText())
                : null;
    }

    void write(ObjectNode state) {
        client.serverTime()
                .ifPresent(time ->
                        state.put(FIELD, time.truncatedTo(ChronoUnit.SECONDS).toString()));
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
     * To be called after a reply: the earliest second that the server can have given to a change since the call before,
     * or since the state was stored; empty when that is not known.
     */
    OptionalLong earliestChange() {
        Optional<Instant> now = client.serverTime();
        long at = client.timing().nanoTime();
        Optional<Duration> elapsed = lastTime != null
                ? Optional.of(Duration.ofNanos(at - lastAt))
                : Optional.ofNullable(storedDay).filter(day -> now.isPresent()).map(day -> elapsedSinceStored());
        if (now.isPresent()) {
            lastTime = now.get();
            lastAt = at;
        }
        return now.isPresent() && elapsed.isPresent()
                ? OptionalLong.of(
                        now.get().minus(elapsed.get()).minus(TOLERANCE).getEpochSecond())
                : OptionalLong.empty();
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
