package io.github.camelontraport.webhook.replay;

import io.github.camelontraport.webhook.event.ResolvedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Records the days of complete replays. It is kept in the store of the delivery keys, so that it lasts as long as they
 * do, across processes and nodes. A store of keys has no listing, so there is one key for each day.
 */
final class ReplayJournal {

    private final DeliveryKeyStore keys;

    ReplayJournal(DeliveryKeyStore keys) {
        this.keys = keys;
    }

    /**
     * The start of the last day with a complete replay.
     *
     * @param within how many days to look back
     * @return the epoch when the last one is longer ago; empty when no replay is known
     */
    Optional<Instant> lastComplete(ResolvedEvent event, Instant now, Duration within) {
        return Stream.iterate(day(now), day -> day.minusDays(1))
                .limit(within.toDays())
                .filter(day -> keys.contains(dayKey(event, day)))
                .findFirst()
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .or(() -> keys.contains(eventKey(event)) ? Optional.of(Instant.EPOCH) : Optional.empty());
    }

    void record(ResolvedEvent event, Instant at) {
        keys.add(eventKey(event));
        keys.add(dayKey(event, day(at)));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static String eventKey(ResolvedEvent event) {
        return "repaired:" + event.event().option() + ":" + event.type().id() + ":" + event.subject();
    }

    private static String dayKey(ResolvedEvent event, LocalDate day) {
        return eventKey(event) + ":" + day;
    }
}
