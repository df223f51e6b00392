package io.github.camelontraport.poll.deleted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.poll.FakeRecords;
import io.github.camelontraport.poll.PollAbandonedException;
import io.github.camelontraport.poll.checkpoint.IdSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sweeps cost and survive, with more records than the sandbox can hold. */
class DeletedSweepTest {

    private final FakeRecords records = new FakeRecords();
    private final DeletedFixture fixture = new DeletedFixture(records);

    private void exist(long first, long last) {
        LongStream.rangeClosed(first, last).forEach(records.ids::add);
    }

    private int cost(Runnable what) {
        int before = records.requests;
        what.run();
        return records.requests - before;
    }

    @ParameterizedTest
    @CsvSource({"10000, 201, 12, 221", "100000, 2001, 16, 601", "1000000, 20001, 19, 951"})
    void whatItCosts(int number, int whole, int one, int hundred) {
        Random random = new Random(7);
        for (long id = 0; records.ids.size() < number; ) {
            id += 1 + random.nextInt(9);
            records.ids.add(id);
        }
        assertThat(cost(fixture::poll)).as("first poll").isEqualTo(whole);
        assertThat(cost(fixture::poll)).as("idle").isEqualTo(1);
        long middle = records.ids.middle(IdSet.NONE, Long.MAX_VALUE);
        records.ids.remove(middle);
        assertThat(cost(() -> assertThat(fixture.poll()).containsExactly(middle)))
                .as("one deletion")
                .isLessThanOrEqualTo(one);
        IdSet deleted = new IdSet();
        while (deleted.size() < 100) {
            deleted.add(records.ids.next(random.nextInt(number * 4), 1).get(0));
        }
        records.ids.remove(deleted);
        int cost = cost(() -> assertThat(fixture.poll()).isEqualTo(deleted.next(IdSet.NONE, 100)));
        assertThat(cost).as("hundred deletions").isLessThanOrEqualTo(hundred);
        fixture.pass(DeletedFixture.INTERVAL);
        assertThat(cost(fixture::poll)).as("full sweep").isBetween(whole - 2, whole + 1);
    }

    @Test
    void aRunOfDeletionsIsFoundByItsEnds() {
        exist(1, 100_000);
        fixture.poll();
        LongStream.rangeClosed(40_001, 41_000).forEach(records.ids::remove);
        // The ends, and 20 pages to confirm.
        assertThat(cost(() -> assertThat(fixture.poll()).hasSize(1000))).isLessThan(20 + 35);
    }

    @Test
    void manyDeletionsAreFoundByReadingEverything() {
        exist(1, 10_000);
        fixture.poll();
        LongStream.rangeClosed(1, 900).forEach(i -> records.ids.remove(i * 11));
        // Besides a request for every page and 18 to confirm, some counts that were of no use.
        assertThat(cost(() -> assertThat(fixture.poll()).hasSize(900))).isBetween(1 + 183 + 18, 1 + 183 + 18 + 32);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 19, 21, 45, 199})
    void theFirstPollGoesOnWhereItStopped(int requests) {
        exist(1, 10_000);
        records.refused = requests;
        assertThatThrownBy(fixture::poll).isInstanceOf(ApiException.class);
        fixture.restart();
        int stored = requests / 20 * 20;
        assertThat(cost(fixture::poll)).isEqualTo(201 - stored);
        assertThat(cost(fixture::poll)).isEqualTo(1);
        records.ids.remove(5);
        assertThat(fixture.poll()).containsExactly(5L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 45, 199})
    void aSweepGoesOnWhereItStopped(int pages) {
        exist(1, 10_000);
        fixture.poll();
        records.ids.remove(5);
        records.ids.remove(9_990);
        fixture.pass(DeletedFixture.INTERVAL);
        records.refused = records.requests + 1 + pages;
        assertThatThrownBy(fixture::poll).isInstanceOf(ApiException.class);
        fixture.restart();
        assertThat(cost(() -> assertThat(fixture.poll()).containsExactly(5L, 9_990L)))
                .isBetween(201 - pages / 20 * 20, 203 - pages / 20 * 20);
        assertThat(cost(fixture::poll)).isEqualTo(1);
    }

    @Test
    void inTheSameProcessNothingIsReadTwice() {
        exist(1, 10_000);
        records.refused = 133;
        assertThatThrownBy(fixture::poll).isInstanceOf(ApiException.class);
        assertThat(cost(fixture::poll)).isEqualTo(201 - 133);
        records.ids.remove(9_990);
        records.refused = records.requests + 6;
        assertThatThrownBy(fixture::poll).isInstanceOf(ApiException.class);
        assertThat(fixture.poll()).containsExactly(9_990L);
    }

    @Test
    void aPollThatWasGivenUpGoesOnToo() {
        exist(1, 10_000);
        for (int pages : new int[] {7, 50}) {
            records.silent = records.requests + pages;
            fixture.client.waitTimeout(Duration.ofMillis(1));
            assertThatThrownBy(fixture::poll).isInstanceOf(PollAbandonedException.class);
        }
        fixture.client.waitTimeout(null);
        assertThat(cost(fixture::poll)).isEqualTo(201 - 57);
        records.ids.remove(7);
        assertThat(fixture.poll()).containsExactly(7L);
    }

    @Test
    void whatIsConfirmedIsNotReadAgain() {
        fixture.maxDeleted = OptionalLong.of(3000);
        fixture.restart();
        exist(1, 10_000);
        fixture.poll();
        LongStream.rangeClosed(7001, 9500).forEach(records.ids::remove);
        LongStream.rangeClosed(7001, 9500).filter(id -> id % 100 == 0).forEach(records.unlisted::add);
        int whole = cost(() -> {
            records.refused = records.requests + 90;
            assertThatThrownBy(fixture::poll).isInstanceOf(ApiException.class);
        });
        fixture.restart();
        // 50 pages to confirm, at least 20 of which were stored, and once more where some are there; and the count of
        // all.
        assertThat(whole).isEqualTo(91);
        assertThat(cost(() -> assertThat(fixture.poll()).hasSize(2500 - 25).doesNotContain(7100L)))
                .isLessThan(60);
    }

    @Test
    void aSweepOfWhatIsLeftOutIsRefused() {
        exist(1, 10_000);
        fixture.poll();
        fixture.pass(DeletedFixture.INTERVAL);
        fixture.poll();
        // Counted, but not listed from the second half of the sweep on.
        fixture.pass(DeletedFixture.INTERVAL);
        records.events.put(
                records.requests + 101,
                () -> records.tamper = body -> body.contains("\"count\"") ? body : "{\"code\":0,\"data\":[]}");
        assertThatThrownBy(fixture::poll)
                .isInstanceOf(DeletionThresholdException.class)
                .hasMessageContaining("5000 of 10000");
        assertThat(cost(() -> assertThat(catchThrowable(fixture::poll)).isInstanceOf(DeletionThresholdException.class)))
                .isEqualTo(2);
        records.tamper = body -> body;
        assertThat(cost(() -> assertThat(fixture.poll()).isEmpty())).isEqualTo(102);
    }

    @Test
    void whatIsOnlyLeftOutOfListsIsNotGone() {
        exist(1, 1000);
        fixture.poll();
        records.ids.remove(500);
        records.unlisted.add(500);
        records.ids.remove(501);
        assertThat(fixture.poll()).containsExactly(501L);
        records.unlisted.remove(500);
        assertThat(fixture.poll()).containsExactly(500L);
    }

    @Test
    void withoutACountOneMoreRequestTellsIt() {
        records.withoutCount = true;
        exist(1, 1000);
        fixture.poll();
        assertThat(cost(fixture::poll)).isEqualTo(2);
        records.ids.remove(77);
        records.ids.remove(1000);
        exist(1001, 1010);
        assertThat(fixture.poll()).containsExactly(77L, 1000L);
        records.ids.remove(1010);
        assertThat(fixture.poll()).containsExactly(1010L);
        assertThat(cost(fixture::poll)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":0,\"data\":{}}",
                "{\"code\":0,\"data\":{\"count\":\"-1\"}}",
                "{\"code\":0,\"data\":{\"count\":\"99999\"}}"
            })
    void aCountThatIsNoneIsRefused(String reply) {
        exist(1, 1000);
        fixture.poll();
        records.ids.remove(77);
        records.tamper = body -> body.contains("[") ? body : reply;
        assertThatThrownBy(fixture::poll)
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("getInfo")
                .hasMessageContaining("count");
        records.tamper = body -> body;
        assertThat(fixture.poll()).containsExactly(77L);
    }

    @Test
    void whatIsCreatedDuringAPollIsNoLoss() {
        exist(1, 1000);
        fixture.poll();
        exist(1001, 1010);
        records.events.put(records.requests + 1, () -> exist(1011, 1030));
        assertThat(cost(() -> assertThat(fixture.poll()).isEmpty())).isEqualTo(2);
        assertThat(cost(() -> assertThat(fixture.poll()).isEmpty())).isEqualTo(1);
    }

    @Test
    void whatIsDeletedDuringASearchIsFoundNextTime() {
        exist(1, 10_000);
        fixture.poll();
        records.ids.remove(6000);
        records.events.put(records.requests + 3, () -> {
            records.ids.remove(10);
            records.ids.remove(9990);
        });
        List<Long> delivered = new ArrayList<>(fixture.poll());
        delivered.addAll(fixture.poll());
        delivered.addAll(fixture.poll());
        assertThat(delivered).containsExactlyInAnyOrder(10L, 6000L, 9990L);
    }

    @Test
    void aLossBeyondTheDefaultCanBeAllowed() {
        exist(1, 50_000);
        fixture.poll();
        LongStream.rangeClosed(1, 20_000).forEach(records.ids::remove);
        assertThatThrownBy(fixture::poll)
                .isInstanceOf(DeletionThresholdException.class)
                .hasMessageContaining("(5000, ");
        fixture.maxDeleted = OptionalLong.of(20_000);
        fixture.restart();
        fixture.most = 1000;
        assertThat(fixture.poll()).hasSize(20_000);
    }
}
