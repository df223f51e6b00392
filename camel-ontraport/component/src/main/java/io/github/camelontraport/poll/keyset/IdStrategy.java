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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events that are found by growing ids: those of the records, or of the rows that describe their tags. */
abstract class IdStrategy implements EventStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(IdStrategy.class);
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

    /** Ids grow, so a row with a lower id that is younger than the state proves that the ids began anew. */
    @Override
    public long reachedWatermark(long watermark, Optional<Instant> storedTime, Checkpoint checkpoint) {
        Optional<Map<String, Object>> newest = resolver.newest();
        long highest = newest.map(row -> RecordParser.id(row, resolver.type()).orElseThrow())
                .orElse(0L);
        if (highest >= watermark) {
            return watermark;
        }
        String found = "it stands at id " + watermark + ", but the highest id of "
                + resolver.type().plural() + " is " + highest;
        Optional<Instant> created = newest.flatMap(row -> UnixTime.time(row, resolver.created()));
        Duration inDoubt = settleTime().plus(ServerClockWatch.TOLERANCE);
        if (storedTime.isPresent()
                && created.filter(time -> time.isAfter(storedTime.get().plus(inDoubt)))
                        .isPresent()) {
            throw checkpoint.ahead(found + ", created at " + created.get() + ", after the state was stored");
        }
        LOG.warn(
                "The stored state is ahead of the account: {}. Goes on from id {}, so that no new record is missed. If the"
                        + " newest ones were deleted, all is well; if the account began anew or was restored from a backup,"
                        + " remove the state to begin at startFrom",
                found,
                highest);
        return highest;
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
