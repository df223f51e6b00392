package io.github.camelontraport.poll.keyset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.poll.CrashingStore;
import io.github.camelontraport.poll.PollAccount;
import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.poll.PollSpecBuilder;
import io.github.camelontraport.poll.Poller;
import io.github.camelontraport.poll.RecordEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small steps of the server's clock, and steps at first contact. Histories found each of them. */
class ServerClockStepTest {

    private final PollAccount account = new PollAccount();
    private final CrashingStore store = new CrashingStore();
    private final PollSpecBuilder updated =
            PollSpecBuilder.of(PollEvent.UPDATED).settleTime(Duration.ZERO);

    private void change(long id, String firstname) {
        account.sandbox().update(PollAccount.CONTACT, id, Map.of("firstname", firstname));
    }

    private void step(long seconds) {
        account.stepServerClock(account.serverClockStep().plusSeconds(seconds));
    }

    private List<Object> names(Poller poller, int polls) {
        List<Object> names = new ArrayList<>();
        for (int i = 0; i < polls; i++) {
            for (RecordEvent event : PollAccount.poll(poller)) {
                names.add(((Map<?, ?>) event.body()).get("firstname"));
            }
            account.pass(5);
        }
        return names;
    }

    /** So small that it looks like a reply that was under way for long. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aStepThatCannotBeSeen(long seconds) {
        List<Long> ids = account.create(2);
        Poller poller = account.start(updated, store);
        PollAccount.poll(poller);
        account.pass(60);
        change(ids.get(0), "before the step");
        assertThat(PollAccount.ids(PollAccount.poll(poller))).containsExactly(ids.get(0));
        account.pass(1);
        assertThat(PollAccount.poll(poller)).isEmpty();
        step(-seconds);
        change(ids.get(1), "after the step");

        assertThat(names(poller, 4)).contains("after the step");
    }

    @Test
    void severalStepsNoneOfWhichCanBeSeen() {
        List<Long> ids = account.create(9);
        Poller poller = account.start(updated, store);
        PollAccount.poll(poller);
        account.pass(60);
        change(ids.get(8), "first");
        PollAccount.poll(poller);
        account.pass(1);
        PollAccount.poll(poller);
        List<Object> found = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            step(-3);
            change(ids.get(i), "change " + i);
            PollAccount.poll(poller).forEach(event -> found.add(((Map<?, ?>) event.body()).get("firstname")));
        }
        found.addAll(names(poller, 4));

        assertThat(found)
                .contains(
                        "change 0", "change 1", "change 2", "change 3", "change 4", "change 5", "change 6", "change 7");
    }

    /** Nothing else changes that would show that time has passed. */
    @Test
    void anEarlierTimeThanThatOfTheVersionThatWasDelivered() {
        long id = account.create(1).get(0);
        step(-1);
        Poller poller = account.start(updated.from("beginning"), store);
        assertThat(PollAccount.ids(PollAccount.poll(poller))).containsExactly(id);
        change(id, "after the step");

        assertThat(names(poller, 4)).containsExactly("after the step");
    }

    /** The first reply after the step shows two records of a second that is not over yet. */
    @Test
    void aSecondThatOnlySeemsToBeOver() {
        Poller poller = account.start(updated, store);
        PollAccount.poll(poller);
        step(-5);
        long id = account.create(1).get(0);
        assertThat(PollAccount.ids(PollAccount.poll(poller))).containsExactly(id);
        change(id, "in the same second");

        assertThat(names(poller, 2)).containsExactly("in the same second");
    }

    /** The second looked over when its changes were delivered, and is not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStepAheadAndBackIntoASecondThatWasDelivered(boolean restarted) {
        Poller poller = account.start(updated, store);
        PollAccount.poll(poller);
        List<Long> ids = account.create(5);
        step(60);
        // The first poll learns the time of the server, by which the second poll takes the second for over.
        assertThat(PollAccount.ids(PollAccount.poll(poller, 1))).containsExactly(ids.get(0));
        assertThat(PollAccount.ids(PollAccount.poll(poller))).isEqualTo(ids.subList(1, 5));
        step(-60);
        change(ids.get(4), "after the step");

        assertThat(names(restarted ? account.start(updated, store) : poller, 3)).contains("after the step");
    }

    /** What is new then is dated before the first contact. */
    @ParameterizedTest
    @ValueSource(longs = {2, 10, 3_600})
    void aStepBehindTheTimeOfFirstContact(long seconds) {
        List<Long> ids = account.create(2);
        Poller poller = account.start(updated, store);
        PollAccount.poll(poller);
        step(-seconds);
        change(ids.get(1), "after the step");

        assertThat(names(poller, 3)).contains("after the step");
        assertThat(names(account.start(updated, store), 2)).isEmpty();
    }

    @Test
    void theNewestRecordWasDeletedAndTheOneBeforeIsDatedLaterThanTheState() {
        PollSpecBuilder created = PollSpecBuilder.of(PollEvent.CREATED).settleTime(Duration.ZERO);
        List<Long> ids = account.create(3);
        step(-2);
        PollAccount.poll(account.start(created, store));
        account.sandbox().delete(PollAccount.CONTACT, ids.get(2));

        assertThat(PollAccount.poll(account.start(created, store))).isEmpty();
        List<Long> later = account.create(1);
        assertThat(PollAccount.ids(PollAccount.poll(account.start(created, store))))
                .isEqualTo(later);
    }
}
