package io.github.camelontraport.webhook.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.webhook.event.ResolvedEvent;
import io.github.camelontraport.webhook.event.WebhookEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The days of complete replays, kept in a store of keys. */
class ReplayJournalTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

    private final Set<String> keys = new TreeSet<>();
    private final ReplayJournal journal = new ReplayJournal(new DeliveryKeyStore() {

        @Override
        public boolean contains(String key) {
            return keys.contains(key);
        }

        @Override
        public void add(String key) {
            keys.add(key);
        }
    });

    private static ResolvedEvent tag(long id) {
        return new ResolvedEvent(
                WebhookEvent.TAGGED, ObjectTypes.find("contacts").orElseThrow(), id);
    }

    @Test
    void aDifferentSubjectHasNoReplay() {
        journal.record(tag(1), DAY);

        assertThat(journal.lastComplete(tag(2), DAY, WEEK)).isEmpty();
        assertThat(keys).containsExactly("repaired:tagged:0:1", "repaired:tagged:0:1:2026-03-01");
    }

    @Test
    void returnsTheStartOfTheLastDayWithinTheRange() {
        journal.record(tag(1), DAY.minus(Duration.ofDays(3)));
        journal.record(tag(1), DAY.plus(Duration.ofHours(23)));

        assertThat(journal.lastComplete(tag(1), DAY.plus(Duration.ofHours(23)), WEEK))
                .contains(DAY);
        assertThat(journal.lastComplete(tag(1), DAY.plus(WEEK).minusSeconds(1), WEEK))
                .contains(DAY);
        assertThat(journal.lastComplete(tag(1), DAY.plus(WEEK), WEEK)).contains(Instant.EPOCH);
    }

    /** A store of limited size evicts old keys. */
    @Test
    void findsADayWhenTheKeyOfTheEventIsEvicted() {
        journal.record(tag(1), DAY);
        keys.remove("repaired:tagged:0:1");

        assertThat(journal.lastComplete(tag(1), DAY, WEEK)).contains(DAY);
    }
}
