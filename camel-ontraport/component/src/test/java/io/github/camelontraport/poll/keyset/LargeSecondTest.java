package io.github.camelontraport.poll.keyset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.ClientFixture;
import io.github.camelontraport.poll.FakeChanges;
import io.github.camelontraport.poll.PollAbandonedException;
import io.github.camelontraport.poll.PollAccount;
import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.poll.PollSpecBuilder;
import io.github.camelontraport.poll.Poller;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import io.github.camelontraport.poll.factory.PollerFactory;
import io.github.camelontraport.value.ObjectMetadataCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bulk edit gives any number of records the same second: what that costs in requests, state and memory. */
class LargeSecondTest {

    private static final Duration DELAY = Duration.ofSeconds(60);

    private final ClientFixture[] fixture = new ClientFixture[1];
    private final FakeChanges changes = new FakeChanges(() -> fixture[0].timeSource.now());
    private final Map<String, String> stored = new HashMap<>();
    private final PollSpecBuilder watching = PollSpecBuilder.of(PollEvent.UPDATED);
    private PollingClient client;
    private Poller poller;
    private long bytes;
    private long fileBytes;
    private int longest;

    LargeSecondTest() {
        fixture[0] = new ClientFixture(changes, Integer.MAX_VALUE, ClientFixture.settings(Duration.ofMinutes(5)));
        restart();
    }

    private void restart() {
        client = new PollingClient(
                fixture[0].client, new ObjectMetadataCache(fixture[0].timeSource), fixture[0].timeSource);
        Checkpoint checkpoint = new Checkpoint(
                new Checkpoint.Store(stored::get, this::put), "state", watching.identity(), fixture[0].timeSource);
        poller = PollerFactory.make(PollEvent.UPDATED, client, watching.spec(), checkpoint);
        poller.open();
    }

    private void put(String key, String text) {
        stored.put(key, text);
        bytes += text.length();
        // As a repository on a file writes them.
        int all = stored.values().stream().mapToInt(String::length).sum();
        fileBytes += all;
        longest = Math.max(longest, all);
    }

    private void pass(Duration time) {
        fixture[0].timeSource.advance(time);
    }

    private long second() {
        return fixture[0].timeSource.now().getEpochSecond();
    }

    /** Polls until so many events came, and returns their ids. */
    private List<Long> poll(int wanted, int most, Duration delay) {
        List<Long> ids = new ArrayList<>();
        for (int polls = 0; ids.size() < wanted; polls++) {
            assertThat(polls).isLessThan(2 * wanted + 100);
            ids.addAll(PollAccount.ids(PollAccount.poll(poller, most)));
            pass(delay);
        }
        return ids;
    }

    private int settled() {
        changes.change(1_000_000, second());
        for (int i = 0; i < 3; i++) {
            PollAccount.poll(poller);
            pass(DELAY);
        }
        return changes.requests;
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 100_000})
    void requestsAndStateAreLinear(int records) {
        int before = settled();
        LongStream.rangeClosed(1, records).forEach(id -> changes.change(id, second()));
        bytes = 0;
        fileBytes = 0;

        // Those that are logged while the second has not settled: their number is limited, whatever the second has.
        List<Long> ids = new ArrayList<>(poll(1, Integer.MAX_VALUE, DELAY));
        assertThat(ids).hasSize(2_000);
        assertThat(bytes).isLessThan(25_000_000);
        assertThat(fileBytes).isLessThan(60_000_000);
        assertThat(longest).isLessThan(80_000);
        bytes = 0;
        fileBytes = 0;
        int rest = records - ids.size();
        ids.addAll(poll(rest, Integer.MAX_VALUE, DELAY));

        assertThat(ids).hasSize(records).doesNotHaveDuplicates();
        assertThat(changes.requests - before).isLessThanOrEqualTo(records / 50 + 100);
        assertThat(bytes).isLessThan(400L * rest);
        assertThat(fileBytes).isLessThan(600L * rest);
        assertThat(longest).isLessThan(80_000);
    }

    /** Default options, while other records are changed all the time. */
    @Test
    void otherChangesDoNotMakeItDearer() {
        int before = settled();
        int records = 10_000;
        LongStream.rangeClosed(1, records).forEach(id -> changes.change(id, second()));
        List<Long> ids = new ArrayList<>();
        for (int polls = 0; polls < 8; polls++) {
            ids.addAll(PollAccount.ids(PollAccount.poll(poller)));
            for (int i = 0; i < 6; i++) {
                pass(Duration.ofSeconds(10));
                changes.change(1_000_000, second());
            }
        }

        assertThat(ids.stream().filter(id -> id <= records).toList())
                .hasSize(records)
                .doesNotHaveDuplicates();
        assertThat(changes.requests - before).isLessThanOrEqualTo(records / 50 + 100);
    }

    @ParameterizedTest
    @CsvSource({"50, 60000, 4000, 300", "50, 1000, 4000, 300", "1, 0, 500, 700", "7, 100, 700, 350"})
    void progressIsKeptBetweenPolls(int most, long delay, int records, int requests) {
        int before = settled();
        LongStream.rangeClosed(1, records).forEach(id -> changes.change(id, second()));
        pass(DELAY);

        List<Long> ids = poll(records, most, Duration.ofMillis(delay));

        assertThat(ids).hasSize(records).doesNotHaveDuplicates();
        assertThat(changes.requests - before).isLessThanOrEqualTo(requests);
    }

    /** As of pollEnrich, whose timeout allows only two pages at a time. */
    @Test
    void shortPollsComeToAnEnd() {
        settled();
        int records = 3_000;
        LongStream.rangeClosed(1, records).forEach(id -> changes.change(id, second()));
        List<Long> ids = new ArrayList<>();
        for (int polls = 0; ids.size() < records; polls++) {
            assertThat(polls).isLessThan(3_500);
            poller.begin();
            int requests = changes.requests;
            List<RecordEvent> found = List.of();
            try {
                found = changes.requests - requests > 2 ? List.of() : poller.next(1);
            } catch (PollAbandonedException e) {
                continue;
            } finally {
                pass(Duration.ofMillis(700));
            }
            found.forEach(poller::acknowledge);
            ids.addAll(PollAccount.ids(found));
        }

        assertThat(ids).hasSize(records).doesNotHaveDuplicates();
    }

    @Test
    void aRestartGoesOnWithinTheSecond() {
        settled();
        int records = 10_000;
        LongStream.rangeClosed(1, records).forEach(id -> changes.change(id, second()));
        pass(DELAY);
        PollAccount.poll(poller, 1);
        pass(DELAY);
        List<Long> ids = new ArrayList<>(PollAccount.ids(PollAccount.poll(poller, 5_000)));
        assertThat(stored.get("state")).contains("\"within\":5001,");
        restart();
        int before = changes.requests;
        ids.addAll(PollAccount.ids(PollAccount.poll(poller)));

        assertThat(ids).hasSize(records - 1).doesNotHaveDuplicates();
        assertThat(changes.requests - before).isLessThan(110);
        pass(DELAY);
        PollAccount.poll(poller);
        assertThat(stored.get("state")).doesNotContain("within");
    }

    /** The records of one second leave it one after the other while it is read. */
    @Test
    void recordsThatChangeAgainMeanwhileComeAgain() {
        settled();
        int records = 4_000;
        LongStream.rangeClosed(1, records).forEach(id -> changes.change(id, second()));
        pass(DELAY);
        List<Long> ids = new ArrayList<>();
        for (long id = 1; id <= 40; id++) {
            ids.addAll(PollAccount.ids(PollAccount.poll(poller, 100)));
            changes.change(id * 100, second());
            pass(Duration.ofSeconds(5));
        }
        ids.addAll(poll(1, Integer.MAX_VALUE, DELAY));
        ids.addAll(PollAccount.ids(PollAccount.poll(poller)));

        assertThat(ids).contains(LongStream.rangeClosed(1, records).boxed().toArray(Long[]::new));
        LongStream.rangeClosed(1, 40).forEach(id -> assertThat(ids.lastIndexOf(id * 100))
                .as("latest change of %s", id * 100)
                .isGreaterThanOrEqualTo(ids.indexOf(id * 100)));
    }
}
