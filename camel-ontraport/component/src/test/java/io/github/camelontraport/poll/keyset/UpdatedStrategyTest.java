package io.github.camelontraport.poll.keyset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.poll.CrashingStore;
import io.github.camelontraport.poll.PollAccount;
import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.poll.PollSpecBuilder;
import io.github.camelontraport.poll.Poller;
import io.github.camelontraport.poll.Projection;
import io.github.camelontraport.poll.RecordEvent;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdatedStrategyTest {

    private final PollAccount account = new PollAccount();
    private final CrashingStore store = new CrashingStore();
    private final PollSpecBuilder watching = PollSpecBuilder.of(PollEvent.UPDATED);

    private void change(long id, String firstname) {
        account.sandbox().update(PollAccount.CONTACT, id, Map.of("firstname", firstname));
    }

    private void date(long id, long aheadOfServer, String firstname) {
        account.sandbox()
                .update(
                        PollAccount.CONTACT,
                        id,
                        Map.of(
                                "firstname",
                                firstname,
                                "dlm",
                                account.serverTime().getEpochSecond() + aheadOfServer));
    }

    private static List<?> names(List<RecordEvent> events) {
        return events.stream()
                .map(event -> ((Map<?, ?>) event.body()).get("firstname"))
                .toList();
    }

    @Test
    void anAccountThatIsEmptyAtTheStart() {
        Poller poller = account.start(watching, store);
        assertThat(PollAccount.poll(poller)).isEmpty();
        List<Long> ids = account.create(3);

        assertThat(PollAccount.ids(PollAccount.poll(poller))).isEqualTo(ids);
        assertThat(PollAccount.poll(poller)).isEmpty();
    }

    @Test
    void changesOfTheSecondOfTheFirstContactComeAndNothingElse() {
        List<Long> ids = account.create(3);
        Poller poller = account.start(watching, store);
        assertThat(PollAccount.poll(poller)).isEmpty();
        change(ids.get(1), "again");

        assertThat(PollAccount.ids(PollAccount.poll(poller))).containsExactly(ids.get(1));
        account.pass(100);
        assertThat(PollAccount.poll(poller)).isEmpty();
    }

    /** The page of the second is read, then it grows, and the page after it is read. */
    @Test
    void aSecondThatGrowsWhileItIsRead() {
        Poller poller = account.start(watching.pageSize(2), store);
        PollAccount.poll(poller);
        List<Long> first = account.create(5);
        account.sandbox().faults().skip(1).thenRun(() -> change(first.get(0), "again"));
        account.sandbox().faults().skip(2).thenRun(() -> account.create(1));

        List<RecordEvent> found = PollAccount.poll(poller);
        assertThat(PollAccount.ids(found)).isEqualTo(List.of(1L, 2L, 3L, 4L, 5L, 6L));
        assertThat(names(PollAccount.poll(poller))).isEqualTo(List.of("again"));
    }

    @Test
    void twoChangesInOneSecondWithAReadBetween() {
        Poller poller = account.start(watching, store);
        PollAccount.poll(poller);
        long id = account.create(1).get(0);
        assertThat(names(PollAccount.poll(poller))).isEqualTo(List.of("n0"));
        change(id, "again");

        assertThat(names(PollAccount.poll(poller))).isEqualTo(List.of("again"));
        assertThat(PollAccount.poll(poller)).isEmpty();
    }

    /** The first was read when its second was over; the second one was written in that second, too, but shown late. */
    @Test
    void twoChangesInOneSecondTheLaterOfWhichIsShownLate() {
        Poller poller = account.start(watching, store);
        PollAccount.poll(poller);
        long id = account.create(1).get(0);
        account.sandbox().updateHidden(PollAccount.CONTACT, id, Map.of("firstname", "again"));
        account.pass(20);
        assertThat(names(PollAccount.poll(poller))).isEqualTo(List.of("n0"));
        account.pass(10);
        account.sandbox().release(PollAccount.CONTACT, id);

        assertThat(names(PollAccount.poll(account.start(watching, store)))).isEqualTo(List.of("again"));
    }

    /** By mistake, or as the clocks of an import are wrong: it comes once, and so does all that is changed meanwhile. */
    @ParameterizedTest
    @ValueSource(longs = {100, 1_000_000})
    void aRecordOfTheFutureNeitherBlocksNorHides(long ahead) {
        Poller poller = account.start(watching, store);
        PollAccount.poll(poller);
        List<Long> ids = account.create(2);
        date(ids.get(1), ahead, "future");
        assertThat(names(PollAccount.poll(poller))).isEqualTo(List.of("n0", "future"));
        for (int i = 0; i < 3; i++) {
            account.pass(50);
            change(ids.get(0), "change " + i);
            assertThat(names(PollAccount.poll(poller))).isEqualTo(List.of("change " + i));
        }
        account.pass(2_000_000);
        change(ids.get(1), "present");
        assertThat(names(PollAccount.poll(account.start(watching, store)))).isEqualTo(List.of("present"));
    }

    @Test
    void aRecordOfTheFutureThatComesBackToThePresentIsAChange() {
        Poller poller = account.start(watching, store);
        PollAccount.poll(poller);
        long id = account.create(1).get(0);
        date(id, 1_000_000, "future");
        assertThat(names(PollAccount.poll(poller))).isEqualTo(List.of("future"));
        account.pass(100);
        change(id, "present");

        assertThat(names(PollAccount.poll(poller))).isEqualTo(List.of("present"));
        assertThat(PollAccount.poll(account.start(watching, store))).isEmpty();
    }

    @Test
    void aRecordOfTheFutureIsNotWhatFirstContactBeginsWith() {
        List<Long> ids = account.create(2);
        date(ids.get(1), 1_000_000, "future");
        Poller poller = account.start(watching, store);
        assertThat(PollAccount.poll(poller)).isEmpty();
        account.pass(100);
        change(ids.get(0), "present");

        assertThat(names(PollAccount.poll(poller))).isEqualTo(List.of("present"));
    }

    /** A copy of the database that lags behind shows what was delivered before. */
    @Test
    void anOlderVersionIsNotDeliveredAfterANewerOne() {
        Poller poller = account.start(watching, store);
        PollAccount.poll(poller);
        long id = account.create(1).get(0);
        account.pass(10);
        change(id, "new");
        assertThat(names(PollAccount.poll(poller))).isEqualTo(List.of("new"));
        date(id, -10, "old");

        assertThat(PollAccount.poll(poller)).isEmpty();
    }

    /** Without the server's time ours serves, whichever way it is off, as long as records are not of the future. */
    @ParameterizedTest
    @ValueSource(longs = {-3_000, 0, 3_000})
    void repliesWithoutADate(long ahead) {
        PollAccount other = new PollAccount(Duration.ofSeconds(ahead));
        other.sandbox().faults().omitDateHeader(true);
        Poller poller = other.start(watching, store);
        PollAccount.poll(poller);
        List<Long> ids = other.create(3);
        assertThat(PollAccount.ids(PollAccount.poll(poller))).isEqualTo(ids);
        for (int i = 0; i < 3; i++) {
            other.sandbox().update(PollAccount.CONTACT, ids.get(0), Map.of("firstname", "c" + i));
            poller = other.start(watching, store);
            assertThat(names(PollAccount.poll(poller))).isEqualTo(List.of("c" + i));
            other.pass(40);
            assertThat(PollAccount.poll(poller)).isEmpty();
        }
    }

    @Test
    void cursorFieldsThatAreNotAskedForDoNotComeWithTheRecord() {
        Poller poller = account.start(watching.condition("lastname = 'in'"), store);
        PollAccount.poll(poller);
        account.create(Map.of("firstname", "Nora", "lastname", "in"));
        account.create(Map.of("firstname", "Olaf", "lastname", "out"));

        List<RecordEvent> found = PollAccount.poll(poller);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).body()).isEqualTo(Map.of("id", "1", "firstname", "Nora"));
        assertThat(found.get(0).time()).hasValue(account.serverTime().truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void recordsThatEnterTheFilterComeAndThoseThatLeaveItDoNot() {
        Poller poller = account.start(watching.condition("lastname = 'in'"), store);
        PollAccount.poll(poller);
        long enters = account.create(Map.of("firstname", "enters", "lastname", "out"));
        long leaves = account.create(Map.of("firstname", "leaves", "lastname", "in"));
        assertThat(PollAccount.ids(PollAccount.poll(poller))).containsExactly(leaves);
        account.pass(60);
        account.sandbox().update(PollAccount.CONTACT, enters, Map.of("lastname", "in"));
        account.sandbox().update(PollAccount.CONTACT, leaves, Map.of("lastname", "out"));

        assertThat(PollAccount.ids(PollAccount.poll(poller))).containsExactly(enters);
    }

    /** The second change has an earlier time than the first, which was delivered. */
    @ParameterizedTest
    @ValueSource(longs = {5, 29, 60, 3_000})
    void aServerClockThatIsSetBackHidesNoChange(long seconds) {
        Poller poller = account.start(watching, store);
        PollAccount.poll(poller);
        account.pass(4_000);
        long id = account.create(1).get(0);
        account.pass(5);
        assertThat(names(PollAccount.poll(poller))).isEqualTo(List.of("n0"));
        account.stepServerClock(Duration.ofSeconds(-seconds));
        change(id, "after the step");
        List<Object> found = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            account.pass(60);
            found.addAll(names(PollAccount.poll(poller)));
        }

        assertThat(found).endsWith("after the step").hasSizeLessThan(4);
        assertThat(PollAccount.poll(poller)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 60, 3_000})
    void aServerClockThatIsSetBackWhileTheConsumerIsDownHidesNoChange(long seconds) {
        PollAccount.poll(account.start(watching, store));
        account.pass(4_000);
        long id = account.create(1).get(0);
        PollAccount.poll(account.start(watching, store));
        account.pass(60);
        PollAccount.poll(account.start(watching, store));
        account.stepServerClock(Duration.ofSeconds(-seconds));
        change(id, "after the step");
        List<Object> found = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            account.pass(60);
            found.addAll(names(PollAccount.poll(account.start(watching, store))));
        }

        assertThat(found).endsWith("after the step").hasSizeLessThan(4);
    }

    /** A second change in one second differs in its content only, which listFields must not hide. */
    @Test
    void twoChangesInOneSecondOfARecordThatComesWithoutItsFields() {
        PollSpecBuilder idOnly = watching.projection(new Projection(List.of("id"), List.of()));
        Poller poller = account.start(idOnly, store);
        PollAccount.poll(poller);
        long id = account.create(1).get(0);
        assertThat(PollAccount.ids(PollAccount.poll(poller))).containsExactly(id);
        change(id, "again");

        List<RecordEvent> found = PollAccount.poll(poller);
        assertThat(PollAccount.ids(found)).containsExactly(id);
        assertThat(found.get(0).body()).isEqualTo(Map.of("id", Long.toString(id)));
        assertThat(PollAccount.poll(poller)).isEmpty();
    }

    /** So many records of one second that first contact takes several pages. */
    @Test
    void changesThatAreMadeDuringFirstContactCome() {
        List<Long> ids = account.create(120);
        Poller poller = account.start(watching, store);
        account.sandbox().faults().skip(2).thenRun(() -> {
            account.pass(1);
            change(ids.get(7), "meanwhile");
        });
        List<RecordEvent> found = new ArrayList<>(PollAccount.poll(poller));
        account.pass(60);
        found.addAll(PollAccount.poll(poller));

        assertThat(names(found)).isEqualTo(List.of("meanwhile"));
    }

    @Test
    void changesOfASettledSecondAreOldAtFirstContact() {
        account.create(120);
        account.pass(60);
        Poller poller = account.start(watching, store);

        assertThat(account.requests(() -> assertThat(PollAccount.poll(poller)).isEmpty()))
                .isEqualTo(3);
    }

    /** All that was read is dated in the future then, and settles only when the clock has come there again. */
    @Test
    void aChangeJustBeforeTheServerClockWasSetBackComes() {
        List<Long> ids = account.create(150);
        Poller poller = account.start(watching.from("beginning"), store);
        assertThat(PollAccount.poll(poller)).hasSize(150);
        change(ids.get(7), "again");
        account.stepServerClock(Duration.ofHours(-1));

        assertThat(names(PollAccount.poll(poller))).isEqualTo(List.of("again"));
        assertThat(PollAccount.poll(poller)).isEmpty();
    }

    /** As leaders that hand over quickly, or an application that ends again and again in the middle of its first poll. */
    @Test
    void processesThatLiveForLessThanAPollRaiseTheWatermark() {
        int records = 600;
        int term = 60;
        for (int i = 0; i < records; i++) {
            account.create(1);
            account.pass(1);
        }
        PollSpecBuilder fromBeginning = watching.from("beginning").pageSize(20);
        List<Long> found = new ArrayList<>();
        List<Integer> requests = new ArrayList<>();
        for (int i = 0; i < records / term; i++) {
            account.pass(60);
            requests.add(account.requests(
                    () -> found.addAll(PollAccount.ids(PollAccount.poll(account.start(fromBeginning, store), term)))));
        }

        assertThat(found).hasSize(records).doesNotHaveDuplicates();
        // The settled rows once more, and one page more to learn how old the state is; not all rows since the
        // beginning.
        assertThat(requests.subList(1, requests.size()))
                .as("of all: %s", requests)
                .allMatch(it -> it <= 9);
    }
}
