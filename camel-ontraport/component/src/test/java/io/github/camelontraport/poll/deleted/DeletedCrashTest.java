package io.github.camelontraport.poll.deleted;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.poll.FailingStore;
import io.github.camelontraport.poll.FailingStore.Crash;
import io.github.camelontraport.poll.FakeRecords;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever the process ends or the store fails: nothing is lost, and at most one deletion is delivered again. */
class DeletedCrashTest {

    /** How often the same step may fail before it must succeed. */
    private static final int TRIES = 5;

    private static final List<Long> DELETED = List.of(5L, 17L, 64L, 65L, 66L, 1100L, 1101L, 1102L, 1103L, 1110L);

    private FailingStore scenario(int good, boolean restarts) {
        FakeRecords records = new FakeRecords();
        DeletedFixture fixture = new DeletedFixture(records);
        fixture.most = 2;
        fixture.store.good = good;
        // More than 20 pages, so that it is stored half way as well.
        create(records, 1100);
        records.ids.remove(1);
        poll(fixture, restarts);
        create(records, 5);
        delete(records, 5, 64, 65, 66, 1100);
        poll(fixture, restarts);
        delete(records, 1101, 1103);
        create(records, 5);
        poll(fixture, restarts);
        fixture.pass(DeletedFixture.INTERVAL);
        delete(records, 17, 1102);
        poll(fixture, restarts);
        delete(records, 1110);
        poll(fixture, restarts);
        poll(fixture, restarts);
        check(fixture);
        return fixture.store;
    }

    private static void create(FakeRecords records, int number) {
        long highest = Math.max(0, records.ids.highest());
        LongStream.rangeClosed(highest + 1, highest + number).forEach(records.ids::add);
    }

    private static void delete(FakeRecords records, long... ids) {
        LongStream.of(ids).forEach(records.ids::remove);
    }

    private static void poll(DeletedFixture fixture, boolean restarts) {
        for (int i = 0; i < TRIES; i++) {
            try {
                fixture.poll();
                return;
            } catch (Crash e) {
                fixture.pass(Duration.ofSeconds(1));
                if (restarts) {
                    fixture.restart();
                }
            }
        }
        throw new AssertionError("never succeeded");
    }

    private static void check(DeletedFixture fixture) {
        assertThat(new TreeSet<>(fixture.ids())).containsExactlyElementsOf(DELETED);
        assertThat(fixture.delivered.size()).isBetween(DELETED.size(), DELETED.size() + 1);
        Map<Long, Set<String>> keys = new HashMap<>();
        fixture.delivered.forEach(
                event -> keys.computeIfAbsent(event.id(), id -> new HashSet<>()).add(event.deliveryKey()));
        assertThat(keys.values()).allMatch(each -> each.size() == 1);
    }

    @Test
    void withoutACrashEachIsDeliveredOnce() {
        Map<String, String> texts = scenario(-1, true).texts;
        assertThat(texts)
                .containsOnlyKeys("state", "state#ids", "state#new", "state#missing", "state#gone")
                .containsEntry("state#missing", "")
                .containsEntry("state#gone", "");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void atEveryPut(boolean restarts) {
        int puts = scenario(-1, restarts).puts;
        assertThat(puts).isBetween(30, 60);
        for (int good = 0; good < puts; good++) {
            try {
                scenario(good, restarts);
            } catch (AssertionError e) {
                throw new AssertionError("Failure of put " + good + " of " + puts, e);
            }
        }
    }
}
