package io.github.camelontraport.poll.keyset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.poll.CrashingStore;
import io.github.camelontraport.poll.PollAccount;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.PollSpecBuilder;
import io.github.camelontraport.poll.Poller;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.checkpoint.CheckpointException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TaggedStrategyTest {

    private final PollAccount account = new PollAccount();
    private final CrashingStore store = new CrashingStore();
    private final long tag = account.sandbox().create(14, Map.of("tag_name", "Watched", "object_type_id", "0"));
    private final PollSpecBuilder watching = PollSpecBuilder.tagged(tag);

    private void tag(long id, String name) {
        account.sandbox().addTag(PollAccount.CONTACT, id, name);
    }

    private List<Long> poll(Poller poller) {
        return PollAccount.ids(PollAccount.poll(poller));
    }

    @Test
    void recordsComeInTheOrderInWhichTheyGotTheTag() {
        List<Long> ids = account.create(4);
        tag(ids.get(0), "Watched");
        Poller poller = account.start(watching, store);
        assertThat(poll(poller)).isEmpty();
        tag(ids.get(2), "Watched");
        tag(ids.get(3), "Another");
        tag(ids.get(1), "Watched");

        List<RecordEvent> found = PollAccount.poll(poller);
        assertThat(PollAccount.ids(found)).isEqualTo(List.of(3L, 2L));
        assertThat(found.get(0).body()).isEqualTo(Map.of("id", "3", "firstname", "n2"));
        assertThat(found.get(0).tagId()).hasValue(tag);
        assertThat(poll(poller)).isEmpty();
    }

    @Test
    void gettingTheTagAgainIsAnotherOccurrence() {
        long id = account.create(1).get(0);
        Poller poller = account.start(watching, store);
        poll(poller);
        tag(id, "Watched");
        String first = PollAccount.poll(poller).get(0).deliveryKey();
        account.sandbox().removeTag(PollAccount.CONTACT, id, "Watched");
        tag(id, "Watched");

        assertThat(PollAccount.poll(poller))
                .singleElement()
                .extracting(RecordEvent::deliveryKey)
                .isNotEqualTo(first);
    }

    @Test
    void aRecordThatIsGoneComesWithoutABodyOnceItCannotBeOneThatIsNotVisibleYet() {
        Poller poller = account.start(watching, store);
        poll(poller);
        long deleted = account.sandbox().createHidden(PollAccount.CONTACT, Map.of());
        long there = account.create(1).get(0);
        tag(deleted, "Watched");
        tag(there, "Watched");

        assertThat(poll(poller)).containsExactly(there);
        assertThat(poll(poller)).isEmpty();
        account.pass(31);
        assertThat(PollAccount.poll(poller)).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo(deleted);
            assertThat(found.body()).isNull();
        });
        account.pass(31);
        assertThat(poll(poller)).isEmpty();
    }

    @Test
    void recordsThatTheFilterDoesNotLetThroughArePassedOver() {
        Poller poller = account.start(watching.condition("lastname = 'in'"), store);
        poll(poller);
        List<Long> ids = List.of(
                account.create(Map.of("lastname", "out")),
                account.create(Map.of("lastname", "in")),
                account.create(Map.of("lastname", "out")));
        ids.forEach(id -> tag(id, "Watched"));

        assertThat(poll(poller)).containsExactly(ids.get(1));
        account.pass(31);
        assertThat(poll(poller)).isEmpty();
        assertThat(account.requests(() -> assertThat(poll(poller)).isEmpty())).isOne();
    }

    @Test
    void startFromABeginningAndATime() {
        List<Long> ids = account.create(4);
        tag(ids.get(0), "Watched");
        tag(ids.get(1), "Another");
        account.pass(100);
        String instant = account.serverTime().toString();
        tag(ids.get(2), "Watched");
        account.pass(100);

        assertThat(poll(account.start(watching.from(instant), store))).containsExactly(ids.get(2));
        assertThat(poll(account.start(watching.from("beginning"), new CrashingStore())))
                .containsExactly(ids.get(0), ids.get(2));
    }

    /** No source lists the time of tag subscribers, so an account may leave it out. */
    @Test
    void aTimeThatTheAccountDoesNotShowIsRefused() {
        Poller poller = account.start(watching.from("2026-01-01T00:00:00Z"), store);
        account.sandbox().faults().skip(1).json(200, "{\"code\":0,\"data\":[{\"id\":\"1\",\"tag_id\":\"1\"}]}");

        assertThatThrownBy(() -> poll(poller))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("startFrom")
                .hasMessageContaining("Use now or beginning");
    }

    @Test
    void aTagThatDoesNotExistYetLosesNothingMeanwhile() {
        long id = account.create(1).get(0);
        PollSpecBuilder named = watching.tag(new PollSpec.Tag("Later", OptionalLong.empty()));
        Poller poller = account.start(named, store);
        assertThatThrownBy(() -> poll(poller))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no tag 'Later' for contacts");
        tag(id, "Later");

        assertThat(poll(poller)).containsExactly(id);
    }

    /** As a restored backup: the rows of tags are gone, and their ids are given again. */
    private void loseAllRows(List<Long> ids) {
        ids.forEach(id -> account.sandbox().removeTag(PollAccount.CONTACT, id, "Watched"));
        account.pass(100);
    }

    @Test
    void theTagOfTheNewestRowMayBeRemovedWhileTheConsumerIsDown() {
        List<Long> ids = account.create(4);
        ids.subList(0, 3).forEach(id -> tag(id, "Watched"));
        Poller poller = account.start(watching.from("beginning"), store);
        assertThat(poll(poller)).isEqualTo(ids.subList(0, 3));
        loseAllRows(ids.subList(1, 3));
        Poller again = account.start(watching.from("beginning"), store);

        assertThat(poll(again)).isEmpty();
        tag(ids.get(3), "Watched");
        assertThat(poll(again)).containsExactly(ids.get(3));
        assertThat(account.requests(() -> poll(again))).isOne();
    }

    @Test
    void aStateOfAnAccountThatBeganAnewIsRefused() {
        List<Long> ids = account.create(2);
        ids.forEach(id -> tag(id, "Watched"));
        poll(account.start(watching.from("beginning"), store));
        account.pass(100);
        long second = account.serverTime().getEpochSecond();
        account.sandbox()
                .faults()
                .json(
                        200,
                        "{\"code\":0,\"data\":[{\"id\":\"2\",\"date\":\"" + second + "\"},{\"id\":\"1\",\"date\":\""
                                + second + "\"}]}");

        assertThatThrownBy(() -> poll(account.start(watching.from("beginning"), store)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("'state' is ahead of the account");
    }
}
