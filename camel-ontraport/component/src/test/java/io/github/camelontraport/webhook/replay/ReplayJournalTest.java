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

/** What a memory of keys can tell of the last repair. */
class ReplayJournalTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

    private final Set<String> remembered = new TreeSet<>();
    private final ReplayJournal days = new ReplayJournal(new KeyStore() {

        @Override
        public boolean contains(String key) {
            return remembered.contains(key);
        }

        @Override
        public void add(String key) {
            remembered.add(key);
        }
    });

    private static ResolvedEvent tag(long id) {
        return new ResolvedEvent(
                WebhookEvent.TAGGED, ObjectTypes.find("contacts").orElseThrow(), id);
    }

    @Test
    void nothingIsKnownOfWhatWasNeverRepaired() {
        days.add(tag(1), DAY);

        assertThat(days.last(tag(2), DAY, WEEK)).isEmpty();
        assertThat(remembered).containsExactly("repaired:tagged:0:1", "repaired:tagged:0:1:2026-03-01");
    }

    @Test
    void theStartOfTheLastDayIsToldAsLongAsItIsWithinReach() {
        days.add(tag(1), DAY.minus(Duration.ofDays(3)));
        days.add(tag(1), DAY.plus(Duration.ofHours(23)));

        assertThat(days.last(tag(1), DAY.plus(Duration.ofHours(23)), WEEK)).contains(DAY);
        assertThat(days.last(tag(1), DAY.plus(WEEK).minusSeconds(1), WEEK)).contains(DAY);
        assertThat(days.last(tag(1), DAY.plus(WEEK), WEEK)).contains(Instant.EPOCH);
    }

    /** As a memory of limited size forgets. */
    @Test
    void aDayIsKnownWhenTheFirstKeyIsForgotten() {
        days.add(tag(1), DAY);
        remembered.remove("repaired:tagged:0:1");

        assertThat(days.last(tag(1), DAY, WEEK)).contains(DAY);
    }
}
