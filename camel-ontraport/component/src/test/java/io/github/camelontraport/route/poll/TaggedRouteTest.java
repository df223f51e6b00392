package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportConsumer;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** from("ontraport:...?event=tagged") */
class TaggedRouteTest extends PollingTestSupport {

    @Test
    void goesOnAfterTheAccountWasCleared() throws Exception {
        OntraportConsumer consumer = watch("contacts?event=tagged&tag=VIP");
        sandbox().addTag(CONTACTS, contact("Old"), "VIP");
        poll(consumer);
        later(30);
        long first = contact("Ada");
        sandbox().addTag(CONTACTS, first, "VIP");
        later(30);
        assertThat(polledIds(consumer)).containsExactly(Long.toString(first));

        sandbox().clear();
        later(30);
        assertThat(polledIds(consumer)).isEmpty();
        long second = contact("Nora");
        sandbox().addTag(CONTACTS, second, "VIP");
        later(30);
        assertThat(polledIds(consumer)).containsExactly(Long.toString(second));
    }

    @Test
    void deliversTheRecordThatGotTheTag() throws Exception {
        long nora = contact("Nora");
        sandbox().addTag(CONTACTS, contact("Earlier"), "VIP");
        OntraportConsumer consumer = watch("contacts?event=tagged&tag=VIP");

        assertThat(polledIds(consumer)).isEmpty();
        sandbox().addTag(CONTACTS, nora, "VIP");
        sandbox().addTag(CONTACTS, nora, "Other");
        List<Exchange> exchanges = poll(consumer);

        assertThat(ids(exchanges)).containsExactly(Long.toString(nora));
        assertThat(record(exchanges.get(0))).containsEntry("firstname", "Nora");
        assertThat(header(exchanges.get(0), OntraportConstants.TAG_ID, String.class))
                .isNotEmpty();
        assertThat(polledIds(consumer)).isEmpty();
    }

    @Test
    void aTagThatIsAddedAgainIsANewEvent() throws Exception {
        long nora = contact("Nora");
        OntraportConsumer consumer = watch("contacts?event=tagged&tag=VIP&startFrom=beginning");
        sandbox().addTag(CONTACTS, nora, "VIP");
        String first = header(poll(consumer).get(0), OntraportConstants.DELIVERY_KEY, String.class);

        sandbox().removeTag(CONTACTS, nora, "VIP");
        sandbox().addTag(CONTACTS, nora, "VIP");

        assertThat(poll(consumer)).hasSize(1).allSatisfy(again -> assertThat(
                        header(again, OntraportConstants.DELIVERY_KEY, String.class))
                .isNotEqualTo(first));
    }

    /** The row that was there before the first page is gone, and a new one follows the last. */
    @Test
    void aTagThatIsRemovedAndAddedBetweenTwoPagesComesInItsNewPlace() throws Exception {
        OntraportConsumer consumer = watch("contacts?event=tagged&tag=VIP&startFrom=beginning&pageSize=2");
        List<String> ids = contacts(6);
        ids.forEach(id -> sandbox().addTag(CONTACTS, Long.parseLong(id), "VIP"));
        long moved = Long.parseLong(ids.get(4));
        sandbox().faults().skip(3).thenRun(() -> {
            sandbox().removeTag(CONTACTS, moved, "VIP");
            sandbox().addTag(CONTACTS, moved, "VIP");
        });

        assertThat(polledIds(consumer))
                .containsExactly(ids.get(0), ids.get(1), ids.get(2), ids.get(3), ids.get(5), ids.get(4));
        assertThat(polledIds(consumer)).isEmpty();
    }

    @Test
    void aTagThatDoesNotExistYetIsAnErrorThatLosesNothing() throws Exception {
        long nora = contact("Nora");
        OntraportConsumer consumer = watch("contacts?event=tagged&tag=VIP");

        assertThat(polledIds(consumer)).isEmpty();
        sandbox().addTag(CONTACTS, nora, "VIP");

        assertThat(polledIds(consumer)).containsExactly(Long.toString(nora));
    }

    @Test
    void readsFiftyTaggedRecordsAtATime() throws Exception {
        OntraportConsumer consumer = watch("contacts?event=tagged&tag=VIP");
        sandbox().addTag(CONTACTS, contact("Earlier"), "VIP");
        poll(consumer);
        List<String> tagged = contacts(120);
        tagged.forEach(id -> sandbox().addTag(CONTACTS, Long.parseLong(id), "VIP"));

        assertThat(requests(() -> assertThat(polledIds(consumer)).isEqualTo(tagged)))
                .isEqualTo(3 + 3);
    }

    @Test
    void aFilterPassesOverTheOthers() throws Exception {
        long nora = sandbox().create(CONTACTS, Map.of("city", "Bend"));
        long otto = sandbox().create(CONTACTS, Map.of("city", "Salem"));
        OntraportConsumer consumer =
                watch("contacts?event=tagged&tag=VIP&startFrom=beginning&condition=RAW(city = 'Bend')");
        sandbox().addTag(CONTACTS, otto, "VIP");
        sandbox().addTag(CONTACTS, nora, "VIP");

        assertThat(polledIds(consumer)).containsExactly(Long.toString(nora));
        assertThat(polledIds(consumer)).isEmpty();
    }

    @Test
    void aRecordThatIsNotVisibleYetIsNotTakenForDeleted() throws Exception {
        OntraportConsumer consumer = watch("contacts?event=tagged&tag=VIP&startFrom=beginning");
        long late = sandbox().createHidden(CONTACTS, Map.of("firstname", "Nora"));
        long nora = contact("Otto");
        sandbox().addTag(CONTACTS, late, "VIP");
        sandbox().addTag(CONTACTS, nora, "VIP");

        assertThat(polledIds(consumer)).containsExactly(Long.toString(nora));
        sandbox().release(CONTACTS, late);
        List<Exchange> exchanges = poll(consumer);

        assertThat(ids(exchanges)).containsExactly(Long.toString(late));
        assertThat(record(exchanges.get(0))).containsEntry("firstname", "Nora");
        assertThat(polledIds(consumer)).isEmpty();
    }

    @Test
    void theTagOfARecordThatNoLongerExistsIsDelivered() throws Exception {
        OntraportConsumer consumer = watch("contacts?event=tagged&tag=VIP&startFrom=beginning&settleTime=0");
        long late = sandbox().createHidden(CONTACTS, Map.of("firstname", "Nora"));
        sandbox().addTag(CONTACTS, late, "VIP");

        assertThat(polledIds(consumer)).isEmpty();
        List<Exchange> exchanges = poll(consumer);

        assertThat(ids(exchanges)).containsExactly(Long.toString(late));
        assertThat(exchanges.get(0).getMessage().getBody()).isNull();
    }
}
