package io.github.camelontraport.poll.deleted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ClientFixture;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.SandboxTransport;
import io.github.camelontraport.poll.checkpoint.CheckpointException;
import io.github.camelontraport.poll.checkpoint.CompressedText;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is delivered, and what it costs, against the sandbox. */
class DeletedPollerTest {

    private static final int CONTACTS = 0;

    private final OntraportSandbox sandbox = OntraportSandbox.builder()
            .http(false)
            .requestsPerMinute(Integer.MAX_VALUE)
            .apiKey(ClientFixture.KEY)
            .appId(ClientFixture.APP)
            .start();
    private final DeletedFixture fixture = new DeletedFixture(new SandboxTransport(sandbox));

    @AfterEach
    void close() {
        sandbox.close();
    }

    private void create(int number) {
        for (int i = 0; i < number; i++) {
            sandbox.create(CONTACTS, Map.of());
        }
    }

    private void delete(long... ids) {
        LongStream.of(ids).forEach(id -> sandbox.delete(CONTACTS, id));
    }

    private int requests() {
        int count = sandbox.requestCount();
        sandbox.forgetRequests();
        return count;
    }

    @Test
    void recordsDeletedBeforeTheFirstPollAreNotDelivered() {
        create(60);
        delete(3, 60);
        assertThat(fixture.poll()).isEmpty();
        assertThat(requests()).isEqualTo(2);
        assertThat(fixture.poll()).isEmpty();
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void aRecordThatBecomesVisibleLateDoesNotHideADeletion() {
        create(10);
        fixture.poll();
        long late = sandbox.createHidden(CONTACTS, Map.of());
        create(1);
        fixture.poll();
        sandbox.release(CONTACTS, late);
        delete(3);
        assertThat(fixture.poll()).containsExactly(3L);
        delete(late);
        assertThat(fixture.poll()).containsExactly(late);
    }

    @Test
    void aRecordThatBecomesVisibleLateBelowAPageHidesADeletionNoLongerThanTheSettleTime() {
        create(10);
        fixture.poll();
        long late = sandbox.createHidden(CONTACTS, Map.of());
        create(60);
        fixture.poll();
        sandbox.release(CONTACTS, late);
        delete(3);
        fixture.poll();
        fixture.restart();
        fixture.pass(DeletedFixture.SETTLE);
        assertThat(fixture.poll()).containsExactly(3L);
        requests();
        fixture.pass(DeletedFixture.SETTLE);
        assertThat(fixture.poll()).isEmpty();
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void anAccountWithoutRecordsIsWatchedToo() {
        assertThat(fixture.poll()).isEmpty();
        assertThat(fixture.poll()).isEmpty();
        assertThat(requests()).isEqualTo(2);
        create(1);
        assertThat(fixture.poll()).isEmpty();
        delete(1);
        assertThat(fixture.poll()).containsExactly(1L);
        assertThat(fixture.poll()).isEmpty();
        requests();
        assertThat(fixture.poll()).isEmpty();
        assertThat(requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "49, 1", "50, 2", "1000, 21"})
    void theFirstPollReadsEveryPage(int records, int requests) {
        create(records);
        fixture.poll();
        assertThat(requests()).isEqualTo(requests);
    }

    @Test
    void deletionsAreDeliveredOnceInTheOrderOfIds() {
        create(300);
        fixture.poll();
        delete(299, 7, 150, 8, 300);
        fixture.pass(Duration.ofSeconds(90));
        fixture.most = 2;
        assertThat(fixture.poll()).containsExactly(7L, 8L, 150L, 299L, 300L);
        RecordEvent first = fixture.delivered.get(0);
        assertThat(first.body()).isEqualTo("7");
        assertThat(first.time()).contains(fixture.account.timeSource.now());
        assertThat(first.deliveryKey())
                .isEqualTo("deleted:0:7:" + fixture.account.timeSource.now().getEpochSecond());
        assertThat(first.tagId()).isEmpty();
        assertThat(fixture.poll()).isEmpty();
        fixture.restart();
        assertThat(fixture.poll()).isEmpty();
    }

    @Test
    void newRecordsAreLearntWithOneMoreRequest() {
        create(300);
        fixture.poll();
        create(30);
        requests();
        fixture.poll();
        assertThat(requests()).isEqualTo(2);
        delete(320);
        assertThat(fixture.poll()).containsExactly(320L);
    }

    @Test
    void aDeletionBesideACreationIsNoticed() {
        create(300);
        fixture.poll();
        delete(100);
        create(1);
        assertThat(fixture.poll()).containsExactly(100L);
    }

    @Test
    void theNewestRecordCostsOneReadToConfirm() {
        create(300);
        fixture.poll();
        delete(300);
        requests();
        assertThat(fixture.poll()).containsExactly(300L);
        assertThat(requests()).as("a count in each of two polls, and the read").isEqualTo(3);
    }

    @Test
    void aRecordThatCameAndWentBetweenPollsIsNotKnown() {
        create(10);
        fixture.poll();
        create(1);
        delete(11);
        assertThat(fixture.poll()).isEmpty();
    }

    @Test
    void aRecordThatIsDeletedAgainHasAnotherKey() {
        create(60);
        fixture.poll();
        delete(5);
        fixture.poll();
        sandbox.create(CONTACTS, Map.of("id", 5));
        fixture.pass(Duration.ofSeconds(1));
        fixture.poll();
        delete(5);
        assertThat(fixture.poll()).containsExactly(5L);
        assertThat(fixture.delivered.get(0).deliveryKey())
                .isNotEqualTo(fixture.delivered.get(1).deliveryKey());
    }

    @Test
    void recordsThatBecomeVisibleLateAreLearnt() {
        create(200);
        long late = sandbox.createHidden(CONTACTS, Map.of());
        create(100);
        fixture.poll();
        sandbox.release(CONTACTS, late);
        assertThat(fixture.poll()).isEmpty();
        requests();
        fixture.poll();
        assertThat(requests()).isEqualTo(1);
        delete(late);
        assertThat(fixture.poll()).containsExactly(late);
    }

    @Test
    void idsBeyond32BitsAreIdsToo() {
        long high = 5_000_000_000L;
        create(3);
        for (long id = high; id < high + 120; id++) {
            sandbox.create(CONTACTS, Map.of("id", id));
        }
        fixture.poll();
        delete(high + 60, 2);
        fixture.restart();
        assertThat(fixture.poll()).containsExactly(2L, high + 60);
    }

    @Test
    void aTypeWithAnIdFieldOfItsOwnIsAskedForByIt() {
        DeletedFixture tags = new DeletedFixture(new SandboxTransport(sandbox), "tags");
        for (int i = 1; i <= 120; i++) {
            sandbox.create(14, Map.of("tag_name", "t" + i, "object_type_id", 0));
        }
        tags.poll();
        sandbox.delete(14, 60);
        assertThat(tags.poll()).containsExactly(60L);
        assertThat(sandbox.requests())
                .allMatch(request -> !request.query().containsKey("sort")
                        || request.query().get("sort").equals("tag_id"));
    }

    @Test
    void oneDeletionAmongTenThousand() {
        create(10_000);
        fixture.poll();
        assertThat(requests()).isEqualTo(201);
        delete(4321);
        assertThat(fixture.poll()).containsExactly(4321L);
        assertThat(requests()).as("with a count in each of two polls").isEqualTo(12);
        fixture.poll();
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void anImplausibleLossIsRefusedUntilItIsMended() {
        create(1200);
        fixture.poll();
        List<Map<String, Object>> all = sandbox.records(CONTACTS);
        LongStream.rangeClosed(1, 1001).forEach(this::delete);
        Map<String, String> before = Map.copyOf(fixture.store.texts);
        for (int i = 0; i < 3; i++) {
            requests();
            assertThatThrownBy(fixture::poll)
                    .isInstanceOf(DeletionThresholdException.class)
                    .hasMessageContaining("1001 of 1200 known contacts")
                    .hasMessageContaining("maxDeleted")
                    .hasMessageContaining("(1000, the default")
                    .hasMessageContaining("permissions");
            assertThat(requests()).isEqualTo(1);
        }
        assertThat(fixture.store.texts).isEqualTo(before);
        fixture.restart();
        assertThatThrownBy(fixture::poll).isInstanceOf(DeletionThresholdException.class);
        all.subList(0, 1000).forEach(record -> sandbox.create(CONTACTS, Map.of("id", record.get("id"))));
        assertThat(fixture.poll()).containsExactly(1001L);
        assertThat(fixture.delivered).hasSize(1);
    }

    @Test
    void maxDeletedAllowsMoreOrLess() {
        create(100);
        fixture.maxDeleted = OptionalLong.of(2);
        fixture.restart();
        fixture.poll();
        delete(1, 50, 51);
        assertThatThrownBy(fixture::poll)
                .isInstanceOf(DeletionThresholdException.class)
                .hasMessageContaining("allows (2)")
                .hasMessageContaining("set maxDeleted to 3 or more");
        fixture.maxDeleted = OptionalLong.of(3);
        fixture.restart();
        assertThat(fixture.poll()).containsExactly(1L, 50L, 51L);
    }

    @Test
    void aSweepIsDueOnceInAnInterval() {
        create(120);
        fixture.poll();
        fixture.pass(DeletedFixture.INTERVAL.minusSeconds(1));
        requests();
        fixture.poll();
        assertThat(requests()).isEqualTo(1);
        fixture.pass(Duration.ofSeconds(1));
        fixture.poll();
        assertThat(requests()).isEqualTo(4);
        fixture.restart();
        fixture.poll();
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void aSweepThatWasInTheFutureIsNotWaitedFor() {
        create(10);
        fixture.pass(Duration.ofDays(300));
        fixture.poll();
        DeletedFixture setBack = new DeletedFixture(new SandboxTransport(sandbox));
        setBack.store.texts.putAll(fixture.store.texts);
        setBack.restart();
        setBack.poll();
        setBack.pass(DeletedFixture.INTERVAL);
        requests();
        setBack.poll();
        assertThat(requests()).isEqualTo(2);
    }

    /** One deleted and one that turned up late make the count what it was. */
    @Test
    void aSweepFindsWhatTheCountHides() {
        create(200);
        long late = sandbox.createHidden(CONTACTS, Map.of());
        create(100);
        fixture.poll();
        sandbox.release(CONTACTS, late);
        delete(20);
        assertThat(fixture.poll()).isEmpty();
        fixture.pass(DeletedFixture.INTERVAL);
        assertThat(fixture.poll()).containsExactly(20L);
        delete(late);
        assertThat(fixture.poll()).containsExactly(late);
    }

    @Test
    void whatIsFoundAndNotAcceptedComesAgain() {
        create(60);
        fixture.poll();
        delete(5, 6, 7);
        fixture.poller.begin();
        assertThat(fixture.poller.next(2)).as("must settle first").isEmpty();
        fixture.pass(DeletedFixture.SETTLE);
        fixture.poller.begin();
        List<RecordEvent> found = fixture.poller.next(2);
        fixture.poller.acknowledge(found.get(0));
        requests();
        fixture.poller.begin();
        List<RecordEvent> again = fixture.poller.next(5);
        assertThat(again).extracting(RecordEvent::id).containsExactly(6L, 7L);
        assertThat(again.get(0)).isEqualTo(found.get(1));
        fixture.pass(Duration.ofHours(1));
        fixture.restart();
        fixture.poller.begin();
        assertThat(fixture.poller.next(5)).isEqualTo(again);
        assertThat(requests()).isZero();
        assertThatThrownBy(() -> fixture.poller.acknowledge(again.get(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aServerThatIgnoresParametersIsNoticed() {
        create(300);
        fixture.poll();
        delete(100);
        sandbox.faults().ignoreCondition(true);
        assertThatThrownBy(fixture::poll)
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("ignored the condition");
        sandbox.faults().ignoreCondition(false).ignoreSort(true);
        assertThatThrownBy(fixture::poll).isInstanceOf(ApiException.class).hasMessageContaining("the sort");
        sandbox.faults().ignoreSort(false);
        assertThat(fixture.poll()).containsExactly(100L);
    }

    @Test
    void aRefusedRequestEndsThePollWithoutLoss() {
        create(300);
        fixture.poll();
        delete(100);
        for (int skipped = 0; skipped < 4; skipped++) {
            sandbox.faults().clear();
            sandbox.faults().skip(skipped).status(403, "not now");
            assertThatThrownBy(fixture::poll).isInstanceOf(ApiException.class).hasMessageContaining("403");
        }
        assertThat(fixture.poll()).containsExactly(100L);
    }

    /** As copies of the database that lag behind: some replies show the record already, the others not yet. */
    @Test
    void aRecordThatOnlySomeRepliesShowIsNotDeleted() {
        create(100);
        fixture.poll();
        long late = sandbox.create(CONTACTS, Map.of());
        fixture.pollOnce();
        Map<String, Object> record = sandbox.records(CONTACTS).get(100);
        sandbox.delete(CONTACTS, late);
        fixture.pollOnce();
        assertThat(((DeletedPoller) fixture.poller).isWaiting()).isTrue();
        fixture.pass(DeletedFixture.SETTLE.minusSeconds(1));
        fixture.pollOnce();
        sandbox.create(CONTACTS, Map.of("id", record.get("id")));
        fixture.pass(Duration.ofSeconds(1));

        fixture.pollOnce();

        assertThat(fixture.delivered).isEmpty();
        assertThat(fixture.poll()).isEmpty();
        delete(late);
        assertThat(fixture.poll()).containsExactly(late);
    }

    @Test
    void aWaitForMissingIdsGoesOnAfterARestart() {
        create(100);
        fixture.poll();
        delete(7);
        fixture.pollOnce();
        fixture.pass(DeletedFixture.SETTLE.minusSeconds(1));
        fixture.restart();
        fixture.pollOnce();
        assertThat(fixture.delivered).isEmpty();
        fixture.pass(Duration.ofSeconds(1));

        fixture.pollOnce();

        assertThat(fixture.ids()).containsExactly(7L);
    }

    @Test
    void damagedStateIsRefused() {
        create(60);
        fixture.poll();
        Map<String, String> good = Map.copyOf(fixture.store.texts);
        assertThat(good).containsOnlyKeys("state", "state#ids", "state#new");
        for (String part : List.of("state#ids", "state#new")) {
            fixture.store.texts.remove(part);
            assertThatThrownBy(fixture::restart)
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining(part);
            for (String text :
                    List.of("", CompressedText.pack("2:1"), good.get(part).substring(9))) {
                fixture.store.texts.put(part, text);
                assertThat(catchThrowable(fixture::restart)).isInstanceOf(CheckpointException.class);
            }
            fixture.store.texts.putAll(good);
        }
        Map<String, String> damages = Map.of("\"ready\":true", "\"ready\":1", "\"sweptAt\":\"2", "\"sweptAt\":\"x");
        damages.forEach((field, damage) -> {
            fixture.store.texts.put("state", good.get("state").replace(field, damage));
            assertThat(catchThrowable(fixture::restart)).as(damage).isInstanceOf(CheckpointException.class);
        });
        fixture.store.texts.putAll(good);
        fixture.restart();
        assertThat(fixture.poll()).isEmpty();
    }

    @Test
    void partsOfAStateThatWasRemovedDoNotCount() {
        create(60);
        fixture.poll();
        fixture.store.texts.remove("state");
        delete(5);
        fixture.restart();
        assertThat(fixture.poll()).isEmpty();
        delete(6);
        fixture.restart();
        assertThat(fixture.poll()).containsExactly(6L);
    }
}
