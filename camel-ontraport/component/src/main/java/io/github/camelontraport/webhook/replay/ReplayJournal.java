package io.github.camelontraport.webhook.replay;

import io.github.camelontraport.webhook.event.ResolvedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * On which days everything missed was read back. Remembered where the keys of deliveries are, so that it lasts as long as what
 * it stands for, whatever process or node it was. Such a memory finds only what it is asked for by its key, hence the days.
 */
final class ReplayJournal {

    private final KeyStore keys;

    ReplayJournal(KeyStore keys) {
        this.keys = keys;
    }

    /**
     * The start of the last such day.
     *
     * @param within how far to look back
     * @return the epoch when it is longer ago; empty when no repair is known
     */
    Optional<Instant> last(ResolvedEvent watched, Instant now, Duration within) {
        return Stream.iterate(day(now), day -> day.minusDays(1))
                .limit(within.toDays())
                .filter(day -> keys.contains(on(watched, day)))
                .findFirst()
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .or(() -> keys.contains(ever(watched)) ? Optional.of(Instant.EPOCH) : Optional.empty());
    }

    void add(ResolvedEvent watched, Instant at) {
        keys.add(ever(watched));
        keys.add(on(watched, day(at)));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static String ever(ResolvedEvent watched) {
        return "repaired:" + watched.event().option() + ":" + watched.type().id() + ":" + watched.subject();
    }

    private static String on(ResolvedEvent watched, LocalDate day) {
        return ever(watched) + ":" + day;
    }
}
