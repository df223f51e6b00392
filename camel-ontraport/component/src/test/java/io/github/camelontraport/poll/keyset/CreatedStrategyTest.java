package io.github.camelontraport.poll.keyset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.poll.CrashingStore;
import io.github.camelontraport.poll.PollAccount;
import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.PollSpecBuilder;
import io.github.camelontraport.poll.Poller;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.checkpoint.CheckpointException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreatedStrategyTest {

    private final PollAccount account = new PollAccount();
    private final CrashingStore store = new CrashingStore();
    private final PollSpecBuilder watching = PollSpecBuilder.of(PollEvent.CREATED);
    private final PollSpecBuilder all = watching.from("beginning");

    private List<Long> poll(Poller poller) {
        return PollAccount.ids(PollAccount.poll(poller));
    }

    @Test
    void anAccountThatIsEmptyAtTheStart() {
        Poller poller = account.start(watching, store);
        assertThat(poll(poller)).isEmpty();
        List<Long> ids = account.create(3);

        assertThat(poll(poller)).isEqualTo(ids);
        assertThat(poll(poller)).isEmpty();
    }

    @Test
    void theBaselineIsStoredBeforeAnythingIsDelivered() {
        account.create(3);
        store.breakAfter(0, false);
        Poller poller = account.start(watching.from("beginning"), store);
        assertThatThrownBy(() -> poll(poller)).isInstanceOf(CrashingStore.Broken.class);
        assertThatThrownBy(() -> poll(poller)).as("still not stored").isInstanceOf(CrashingStore.Broken.class);
        store.mend();

        assertThat(poll(poller)).hasSize(3);
    }

    @Test
    void nowIsWhatTheServerHadAtFirstContactAlsoAfterARestart() {
        account.create(3);
        assertThat(poll(account.start(watching, store))).isEmpty();
        List<Long> later = account.create(2);

        assertThat(poll(account.start(watching, store))).isEqualTo(later);
    }

    @Test
    void anInstantIsWhereItBegins() {
        account.create(3);
        account.pass(100);
        String instant = account.serverTime().toString();
        List<Long> ids = account.create(3);
        account.pass(100);

        assertThat(poll(account.start(watching.from(instant), store))).isEqualTo(ids);
    }

    /** What is dated by hand has no place among the ids. */
    @Test
    void anInstantWithRecordsOfAnotherTimeAmongThem() {
        account.create(3);
        account.pass(100);
        long second = account.serverTime().getEpochSecond();
        long backdated = account.create(Map.of("date", second - 5_000, "firstname", "x"));
        List<Long> ids = account.create(2);
        long old = account.create(Map.of("date", second - 5_000, "firstname", "x"));

        assertThat(poll(account.start(watching.from(account.serverTime().toString()), store)))
                .containsAll(ids)
                .contains(old)
                .doesNotContain(1L, 2L, 3L, backdated);
    }

    @Test
    void anInstantAtWhichSomethingIsNotVisibleYet() {
        account.create(2);
        account.pass(100);
        long hidden = account.sandbox().createHidden(PollAccount.CONTACT, Map.of("firstname", "x"));
        List<Long> ids = account.create(2);
        Poller poller = account.start(watching.from(account.serverTime().toString()), store);
        assertThat(poll(poller)).isEqualTo(ids);
        account.pass(20);
        account.sandbox().release(PollAccount.CONTACT, hidden);

        assertThat(poll(poller)).containsExactly(hidden);
    }

    @Test
    void anInstantForATypeThatDoesNotTellWhenIsRefused() {
        PollSpec spec = watching.spec();
        InitialIdResolver resolver = new InitialIdResolver(null, spec, spec.type(), null);
        assertThatThrownBy(() -> resolver.before(account.serverTime()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("contacts have no time of creation");
    }

    /** The ids 9, 10, 99, 100 in this order, although they come as text. */
    @Test
    void idsAreComparedAsNumbers() {
        Poller poller = account.start(watching.pageSize(2), store);
        poll(poller);
        List<Long> ids = List.of(8L, 9L, 10L, 99L, 100L, 1_000L);
        ids.forEach(id -> account.create(Map.of("id", id, "firstname", "x")));

        assertThat(poll(poller)).isEqualTo(ids);
    }

    @Test
    void rowsDeletedBetweenPagesTakeNoneWithThem() {
        Poller poller = account.start(watching.pageSize(3), store);
        poll(poller);
        account.create(9);
        account.sandbox().faults().thenRun(() -> LongStream.of(1, 2, 5)
                .forEach(id -> account.sandbox().delete(PollAccount.CONTACT, id)));

        assertThat(poll(poller)).isEqualTo(List.of(1L, 2L, 3L, 4L, 6L, 7L, 8L, 9L));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 50})
    void recordsThatBecomeVisibleLateComeLateAndTheOthersOnce(int pageSize) {
        Poller poller = account.start(watching.pageSize(pageSize), store);
        poll(poller);
        account.create(2);
        long late = account.sandbox().createHidden(PollAccount.CONTACT, Map.of("firstname", "late"));
        account.create(6);
        assertThat(poll(poller)).isEqualTo(List.of(1L, 2L, 4L, 5L, 6L, 7L, 8L, 9L));
        account.pass(29);
        assertThat(poll(poller)).isEmpty();
        account.sandbox().release(PollAccount.CONTACT, late);
        account.pass(1);

        assertThat(poll(poller)).containsExactly(late);
        assertThat(poll(account.start(watching.pageSize(pageSize), store))).isEmpty();
    }

    /** This is what settleTime promises, and no more. */
    @Test
    void afterTheSettleTimeNothingIsLookedFor() {
        Poller poller = account.start(watching, store);
        poll(poller);
        long late = account.sandbox().createHidden(PollAccount.CONTACT, Map.of("firstname", "late"));
        account.create(3);
        assertThat(poll(poller)).hasSize(3);
        account.pass(30);
        assertThat(poll(poller)).isEmpty();
        account.sandbox().release(PollAccount.CONTACT, late);

        assertThat(poll(poller)).isEmpty();
    }

    @Test
    void whatWasNotAcceptedComesAgainWithTheNextPoll() {
        Poller poller = account.start(watching, store);
        poll(poller);
        List<Long> ids = account.create(5);
        poller.begin();
        List<RecordEvent> found = poller.next(50);
        poller.acknowledge(found.get(0));
        assertThatThrownBy(() -> poller.acknowledge(found.get(2))).isInstanceOf(IllegalStateException.class);

        assertThat(poll(poller)).isEqualTo(ids.subList(1, 5));
    }

    @Test
    void whatIsNotVisibleYetIsNotLostWhenTheOnlyOtherRecordIsDeletedDuringFirstContact() {
        String instant = account.serverTime().toString();
        long late = account.sandbox().createHidden(PollAccount.CONTACT, Map.of());
        long other = account.create(1).get(0);
        account.sandbox().faults().thenRun(() -> account.sandbox().delete(PollAccount.CONTACT, other));
        Poller poller = account.start(watching.from(instant), store);
        assertThat(poll(poller)).isEmpty();

        account.sandbox().release(PollAccount.CONTACT, late);

        assertThat(poll(poller)).containsExactly(late);
    }

    @Test
    void aCallThatFailsInTheMiddleLosesNothing() {
        Poller poller = account.start(watching.pageSize(2), store);
        poll(poller);
        List<Long> ids = account.create(6);
        account.sandbox().faults().skip(2).dropConnectionBeforeCommit();
        assertThatThrownBy(() -> poll(poller)).isInstanceOf(ApiException.class);

        // What was read before it was delivered.
        assertThat(poll(poller)).isEqualTo(ids.subList(4, 6));
    }

    /** A store that fails misses at most one delivery, and is tried again before anything else. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStoreThatFailsStopsThePoll(boolean keeps) {
        Poller poller = account.start(watching, store);
        poll(poller);
        List<Long> ids = account.create(5);
        store.breakAfter(2, keeps);
        assertThatThrownBy(() -> poll(poller)).isInstanceOf(CrashingStore.Broken.class);
        int requests =
                account.requests(() -> assertThatThrownBy(() -> poll(poller)).isInstanceOf(CrashingStore.Broken.class));
        assertThat(requests).as("nothing is read, as nothing may be delivered").isZero();
        store.mend();

        assertThat(poll(poller)).isEqualTo(ids.subList(3, 5));
        assertThat(poll(account.start(watching, store))).isEmpty();
    }

    /** startFrom is a time at which the consumer was watching already. */
    @Test
    void aStartInTheFutureLeavesOutWhatIsCreatedBefore() {
        account.create(2);
        PollSpecBuilder future =
                watching.from(account.serverTime().plusSeconds(100).toString());
        assertThat(poll(account.start(future, store))).isEmpty();
        account.create(2);
        assertThat(poll(account.start(future, store))).isEmpty();
        account.pass(60);
        account.create(1);
        assertThat(poll(account.start(future, store))).isEmpty();
        account.pass(40);
        List<Long> ids = account.create(2);

        assertThat(poll(account.start(future, store))).isEqualTo(ids);
    }

    /** Such as a sandbox that began anew, or an account that was restored from a backup. */
    @Test
    void aStateAheadOfTheAccountMissesNoNewRecord() {
        account.create(9);
        poll(account.start(watching, store));
        account.sandbox().records(PollAccount.CONTACT).forEach(row -> account.sandbox()
                .delete(PollAccount.CONTACT, Long.parseLong(row.get("id").toString())));
        account.create(
                Map.of("id", 3, "date", account.serverTime().minusSeconds(1_000).getEpochSecond()));

        assertThat(poll(account.start(watching, store))).isEmpty();
        account.create(Map.of("id", 4, "firstname", "new"));

        assertThat(poll(account.start(watching, store))).containsExactly(4L);
    }

    @Test
    void aStateOfAnAccountThatBeganAnewIsRefused() {
        account.create(9);
        poll(account.start(watching, store));
        LongStream.rangeClosed(1, 9).forEach(id -> account.sandbox().delete(PollAccount.CONTACT, id));
        account.pass(100);
        account.create(Map.of("id", 3, "firstname", "anew"));
        Map<String, String> before = Map.copyOf(store.kept());
        Poller poller = account.start(watching, store);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> poll(poller))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("'state' is ahead of the account")
                    .hasMessageContaining("it stands at id 9")
                    .hasMessageContaining("remove the state");
        }
        assertThat(store.kept()).isEqualTo(before);
    }

    @Test
    void theNewestRecordsMayBeDeletedWhileTheConsumerIsDown() {
        account.create(9);
        poll(account.start(watching, store));
        LongStream.rangeClosed(5, 9).forEach(id -> account.sandbox().delete(PollAccount.CONTACT, id));
        account.pass(100);
        Poller poller = account.start(watching, store);
        assertThat(account.requests(() -> assertThat(poll(poller)).isEmpty())).isEqualTo(2);
        List<Long> ids = account.create(2);

        assertThat(poll(poller)).isEqualTo(ids);
        assertThat(account.requests(() -> poll(poller))).isOne();
    }

    private void createAnew(long first, long last) {
        LongStream.rangeClosed(first, last).forEach(id -> account.create(Map.of("id", id, "firstname", "x")));
    }

    /** A state whose watermark is 0, with ids 2 to 9 that have not settled, of an account that has begun anew since. */
    private void beganAnewAfterUnsettledIds() {
        createAnew(2, 9);
        poll(account.start(all, store));
        assertThat(store.kept().get("state")).contains("\"watermark\":0,").contains("\"delivered\":\"8:2+7\"");
        LongStream.rangeClosed(2, 9).forEach(id -> account.sandbox().delete(PollAccount.CONTACT, id));
        account.pass(100);
    }

    /** Whether it has grown beyond the state or not. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9, 12})
    void unsettledIdsOfAnAccountThatBeganAnewAreRefused(int newest) {
        beganAnewAfterUnsettledIds();
        createAnew(1, newest);
        Map<String, String> before = Map.copyOf(store.kept());
        Poller poller = account.start(all, store);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> poll(poller))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContainingAll(
                            "'state' is ahead of the account", "it stands at id 9", "another stateKey");
        }
        assertThat(store.kept()).isEqualTo(before);
    }

    /** Nothing shows yet that the ids began anew. */
    @Test
    void unsettledIdsThatTheAccountLostHideNoNewRecord() {
        beganAnewAfterUnsettledIds();
        Poller poller = account.start(all, store);
        assertThat(poll(poller)).isEmpty();
        createAnew(1, 4);

        assertThat(poll(poller)).containsExactly(1L, 2L, 3L, 4L);
        account.pass(100);
        createAnew(5, 12);
        assertThat(poll(account.start(all, store))).containsExactly(5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
    }

    /** A state of many ids has a part of its own, which must not bring them back. */
    @Test
    void aPartWithIdsThatTheAccountLostHidesNoNewRecord() {
        LongStream.rangeClosed(1, 600).forEach(i -> account.create(Map.of("id", 2 * i, "firstname", "x")));
        poll(account.start(all, store));
        assertThat(store.kept().get("state")).contains("\"hasPart\":true");
        LongStream.rangeClosed(1, 600).forEach(i -> account.sandbox().delete(PollAccount.CONTACT, 2 * i));
        account.pass(100);
        assertThat(poll(account.start(all, store))).isEmpty();
        assertThat(poll(account.start(all, store))).isEmpty();
        createAnew(2, 4);

        assertThat(poll(account.start(all, store))).containsExactly(2L, 3L, 4L);
    }

    /** The highest record of the state is gone, and younger ones came. */
    @Test
    void aSoundStateOfAnAccountThatGrewIsNotRefused() {
        List<Long> first = account.create(9);
        poll(account.start(watching, store));
        account.sandbox().delete(PollAccount.CONTACT, first.get(8));
        account.pass(100);
        List<Long> ids = account.create(3);
        Poller poller = account.start(watching, store);

        assertThat(account.requests(() -> assertThat(poll(poller)).isEqualTo(ids)))
                .as("one compares")
                .isEqualTo(2);
    }

    /** Ahead of time when the record was created, or set back since. */
    @ParameterizedTest
    @ValueSource(ints = {20, 3_600})
    void aStepOfTheServersClockDoesNotMakeAStateOfAnotherAccount(int seconds) {
        account.stepServerClock(Duration.ofSeconds(seconds));
        List<Long> first = account.create(3);
        account.stepServerClock(Duration.ZERO);
        assertThat(poll(account.start(all, store))).isEqualTo(first);
        account.pass(100);
        List<Long> ids = account.create(2);

        assertThat(poll(account.start(all, store))).isEqualTo(ids);
    }
}
