package io.github.camelontraport.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What polls cost. An account has 180 requests a minute for everything. */
class PollRequestCountTest {

    private static final int MANY = 1_000;

    private final PollAccount account = new PollAccount();
    private final CrashingStore store = new CrashingStore();

    /** A poller that has seen the account as it is, which has settled. */
    private Poller settled(PollSpecBuilder watching) {
        Poller poller = account.start(watching, store);
        for (int i = 0; i < 2; i++) {
            PollAccount.poll(poller);
            account.pass(60);
        }
        PollAccount.poll(poller);
        return poller;
    }

    private int cost(Poller poller, int expected) {
        return account.requests(() -> assertThat(PollAccount.poll(poller)).hasSize(expected));
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATED", "UPDATED"})
    void anIdlePollCostsOneRequest(PollEvent event) {
        account.create(7);
        Poller poller = settled(PollSpecBuilder.of(event));
        account.create(7);
        account.pass(60);
        assertThat(cost(poller, 7)).isOne();
        // Here the new ones settle.
        account.pass(60);
        assertThat(cost(poller, 0)).isOne();

        for (int i = 0; i < 3; i++) {
            account.pass(60);
            int puts = store.puts();
            assertThat(cost(poller, 0)).isOne();
            assertThat(store.puts()).as("nothing to store").isEqualTo(puts);
        }
    }

    @Test
    void aThousandNewRecordsCostTwentyPagesAndTheProofOfTheEnd() {
        Poller poller = settled(PollSpecBuilder.of(PollEvent.CREATED));
        account.create(MANY);
        account.pass(60);

        assertThat(cost(poller, MANY)).isEqualTo(21);
        account.pass(60);
        assertThat(cost(poller, 0)).isOne();
    }

    /** Nearly every account has deleted records. */
    @Test
    void gapsInTheIdsCostNothingInThatPoll() {
        Poller poller = settled(PollSpecBuilder.of(PollEvent.CREATED));
        LongStream.range(0, MANY).forEach(i -> account.create(Map.of("id", 5_002 + 2 * i, "firstname", "x")));
        account.pass(60);

        assertThat(cost(poller, MANY)).isEqualTo(21);
        account.pass(60);
        assertThat(cost(poller, 0))
                .as("read once more, as they were not seen to have settled")
                .isEqualTo(21);
        account.pass(60);
        assertThat(cost(poller, 0)).isOne();
    }

    /** One that is not visible yet keeps the bound below all of them. */
    @Test
    void whatIsKnownWithoutAGapIsNotReadAgain() {
        Poller poller = settled(PollSpecBuilder.of(PollEvent.CREATED));
        account.sandbox().createHidden(PollAccount.CONTACT, Map.of("firstname", "late"));
        account.create(MANY);
        account.pass(20);
        assertThat(cost(poller, MANY)).isEqualTo(21);

        assertThat(cost(poller, 0)).isOne();
    }

    @Test
    void changesInDistinctSecondsCostTheSame() {
        Poller poller = settled(PollSpecBuilder.of(PollEvent.UPDATED));
        for (int i = 0; i < MANY; i++) {
            account.create(1);
            account.pass(1);
        }
        account.pass(60);

        assertThat(cost(poller, MANY)).isEqualTo(21);
    }

    /** One to see that they are of one second, and one for what comes after it. */
    @Test
    void changesInOneSecondCostTwoMore() {
        Poller poller = settled(PollSpecBuilder.of(PollEvent.UPDATED));
        account.create(MANY);
        account.pass(60);

        assertThat(cost(poller, MANY)).isEqualTo(23);
    }

    /** Rows of a second that a page does not show whole are read with the next page. */
    @ParameterizedTest
    @CsvSource({"2, 21", "10, 25", "26, 38"})
    void changesOfFewToASecondCostAsMuchAsTheyFillPages(int toASecond, int requests) {
        Poller poller = settled(PollSpecBuilder.of(PollEvent.UPDATED));
        for (int i = 0; i < MANY; i += toASecond) {
            account.create(Math.min(toASecond, MANY - i));
            account.pass(1);
        }
        account.pass(60);

        assertThat(cost(poller, MANY)).isEqualTo(requests);
    }

    /** Twenty pages of records on top. */
    @Test
    void taggedRecordsAreReadToo() {
        long tag = account.sandbox().create(14, Map.of("tag_name", "Watched", "object_type_id", "0"));
        List<Long> contacts = account.create(MANY);
        Poller poller = settled(PollSpecBuilder.tagged(tag));
        contacts.forEach(id -> account.sandbox().addTag(PollAccount.CONTACT, id, "Watched"));
        account.pass(60);

        assertThat(cost(poller, MANY)).isEqualTo(41);
        account.pass(60);
        assertThat(cost(poller, 0)).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED, now, 2",
        "CREATED, beginning, 1",
        "CREATED, 2026-01-01T00:00:00Z, 4",
        "UPDATED, now, 3",
        "UPDATED, beginning, 1",
        "UPDATED, 2026-01-01T00:00:00Z, 1"
    })
    void firstContact(PollEvent event, String startFrom, int requests) {
        account.create(3);
        account.pass(60);

        assertThat(account.requests(() ->
                        PollAccount.poll(account.start(PollSpecBuilder.of(event).from(startFrom), store))))
                .isEqualTo(requests);
    }

    @Test
    void aPollThatMayTakeTenReadsOnePage() {
        Poller poller = settled(PollSpecBuilder.of(PollEvent.CREATED));
        List<Long> ids = account.create(100);
        account.pass(60);

        assertThat(account.requests(() -> assertThat(PollAccount.ids(PollAccount.poll(poller, 10)))
                        .isEqualTo(ids.subList(0, 10))))
                .isOne();
        assertThat(PollAccount.ids(PollAccount.poll(poller, 10))).isEqualTo(ids.subList(10, 20));
    }

    /** What is new in a long pass settles under way: without that, all of it would have to be remembered. */
    @Test
    void aLongPassDoesNotRememberMoreThanASettleTimeOfIt() {
        LongStream.range(0, 6_000).forEach(i -> account.create(Map.of("id", 2 + 2 * i, "firstname", "x")));
        Poller poller = account.start(PollSpecBuilder.of(PollEvent.CREATED).from("beginning"), store);
        poller.begin();
        int delivered = 0;
        int longest = 0;
        for (List<RecordEvent> found = poller.next(50); !found.isEmpty(); found = poller.next(50)) {
            found.forEach(poller::acknowledge);
            delivered += found.size();
            longest = Math.max(longest, store.kept().get("state").length());
            account.pass(2);
        }

        assertThat(delivered).isEqualTo(6_000);
        assertThat(longest).isLessThan(3_500);
        assertThat(account.sandbox().requestCount())
                .as("120 pages, and 40 that are read again twice")
                .isLessThan(210);
        account.pass(60);
        assertThat(cost(poller, 0)).isOne();
    }
}
