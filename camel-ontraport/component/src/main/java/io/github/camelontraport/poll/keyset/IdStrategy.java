package io.github.camelontraport.poll.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.UnixTime;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Events that are found by growing ids: those of the records, or of the rows that describe their tags. */
abstract class IdStrategy implements EventStrategy {

    /** Ids take little room, so a limit matters only when the client may make very many requests. */
    private static final int UNSETTLED_LIMIT = 10_000;

    private static final String NOT_BEFORE = "notBefore";

    private final PollingClient client;
    private final PollSpec spec;
    private final InitialIdResolver resolver;
    /** Rows that were created before are not delivered: startFrom was in the future at first contact. */
    private Instant notBefore = Instant.MIN;

    IdStrategy(PollingClient client, PollSpec spec, InitialIdResolver resolver) {
        this.client = client;
        this.spec = spec;
        this.resolver = resolver;
    }

    @Override
    public long initialWatermark(DeliveredLog log) {
        long id = resolver.initialId();
        Instant now = client.serverTime().orElseGet(client.timing()::now);
        spec.startFrom().instant().filter(now::isBefore).ifPresent(start -> notBefore = start);
        return id;
    }

    @Override
    public long floor(long initialWatermark) {
        return initialWatermark;
    }

    /** Whether the row was created before startFrom, at a time when the consumer was watching already. */
    final boolean isTooOld(Map<String, Object> row) {
        return UnixTime.time(row, resolver.created())
                .filter(time -> time.getEpochSecond() < notBefore.getEpochSecond())
                .isPresent();
    }

    @Override
    public DeliveredLog log() {
        return new DeliveredIds();
    }

    @Override
    public long highest() {
        return resolver.highest();
    }

    @Override
    public long ceiling() {
        return Long.MAX_VALUE;
    }

    @Override
    public long settledCeiling() {
        return Long.MAX_VALUE;
    }

    @Override
    public Duration settleTime() {
        return spec.settleTime();
    }

    @Override
    public int unsettledLimit() {
        return UNSETTLED_LIMIT;
    }

    @Override
    public boolean isDatedByServer() {
        return false;
    }

    @Override
    public long beforeScan(long watermark) {
        return watermark;
    }

    /**
     * Ids grow, so a row that is younger than the state, and whose id is not higher than those in the state, proves that
     * the ids began anew.
     */
    @Override
    public long reached(long stored, Optional<Instant> storedTime, Checkpoint checkpoint) {
        if (stored <= 0) {
            return stored;
        }
        Optional<Map<String, Object>> row = resolver.newest(stored);
        long found = row.map(fields -> RecordParser.id(fields, resolver.type()).orElseThrow())
                .orElse(0L);
        Optional<Instant> created = row.flatMap(fields -> UnixTime.time(fields, resolver.created()));
        if (storedTime.isPresent()
                && created.filter(time -> isAfter(storedTime.get(), time, found == stored))
                        .isPresent()) {
            throw checkpoint.ahead("it stands at id " + stored + ", but id " + found + " of "
                    + resolver.type().plural() + " was created at " + created.get() + ", after the state was stored at "
                    + storedTime.get());
        }
        return found;
    }

    /**
     * A record that a clock dated ahead, before it was set back, proves nothing. A step of the settle time is allowed for,
     * unless the id of the state is missing as well.
     */
    private boolean isAfter(Instant storedTime, Instant created, boolean isSame) {
        Duration inDoubt = ServerClockWatch.TOLERANCE.plus(isSame ? settleTime() : ServerClockWatch.TOLERANCE);
        boolean isDatedAhead = client.serverTime()
                .filter(now -> created.isAfter(now.plus(ServerClockWatch.TOLERANCE)))
                .isPresent();
        return created.isAfter(storedTime.plus(inDoubt)) && !isDatedAhead;
    }

    @Override
    public void read(JsonNode state) {
        if (state.has(NOT_BEFORE)) {
            notBefore = Instant.parse(state.path(NOT_BEFORE).asText());
        }
    }

    @Override
    public void write(ObjectNode state) {
        if (notBefore.isAfter(Instant.MIN)) {
            state.put(NOT_BEFORE, notBefore.toString());
        }
    }
}
