package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportConsumer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** from("ontraport:...?event=created") */
class CreatedRouteTest extends PollingTestSupport {

    @Test
    void deliversWhatIsCreatedAfterTheFirstContactInOrderAndOnce() throws Exception {
        contact("Old");
        OntraportConsumer consumer = watch("contacts");

        assertThat(polledIds(consumer)).isEmpty();
        List<String> created = contacts(3);
        assertThat(polledIds(consumer)).isEqualTo(created);
        assertThat(polledIds(consumer)).isEmpty();
    }

    @Test
    void theMessageIsTheRecordWithWhatHappenedInHeaders() throws Exception {
        OntraportConsumer consumer = watch("contacts?startFrom=beginning");
        long id = sandbox().create(CONTACTS, Map.of("firstname", "Nora", "date", "1790000000"));

        Exchange exchange = poll(consumer).get(0);

        assertThat(record(exchange)).containsEntry("firstname", "Nora").containsEntry("id", Long.toString(id));
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("CamelOntraportEvent", "created")
                .containsEntry("CamelOntraportObjectType", "contacts")
                .containsEntry("CamelOntraportObjectId", Long.toString(id))
                .containsEntry("CamelOntraportEventTime", Instant.ofEpochSecond(1790000000L))
                .containsEntry("CamelOntraportDeliveryKey", "created:0:" + id);
        assertThat(exchange.getProperty(Exchange.BATCH_SIZE, Integer.class)).isEqualTo(1);
        assertThat(exchange.getProperty(Exchange.BATCH_INDEX, Integer.class)).isZero();
        assertThat(exchange.getProperty(Exchange.BATCH_COMPLETE, Boolean.class)).isTrue();
    }

    @Test
    void subscriptionsOfWebhooksAreWatchedAtTheirOwnPaths() throws Exception {
        OntraportConsumer consumer = watch("webhooks");
        poll(consumer);
        long id = sandbox().create(145, Map.of("url", "https://hooks.example", "event", "sub_tag(6)"));

        assertThat(polledIds(consumer)).containsExactly(Long.toString(id));
        assertThat(sandbox().requests())
                .allSatisfy(request -> assertThat(request.path()).isEqualTo("/Webhooks"));
    }

    @Test
    void aThousandNewRecordsCostTwentyOneRequestsAndAnIdlePollOne() throws Exception {
        OntraportConsumer consumer = watch("contacts");
        poll(consumer);
        List<String> created = contacts(1000);

        assertThat(requests(() -> assertThat(polledIds(consumer)).isEqualTo(created)))
                .isEqualTo(21);
        assertThat(requests(() -> assertThat(polledIds(consumer)).isEmpty())).isEqualTo(1);
    }

    @Test
    void goesOnAfterTheAccountWasCleared() throws Exception {
        OntraportConsumer consumer = watch("contacts");
        poll(consumer);
        contacts(3);
        assertThat(poll(consumer)).hasSize(3);

        sandbox().clear();

        assertThat(polledIds(consumer)).isEmpty();
        String nora = Long.toString(contact("Nora"));
        assertThat(polledIds(consumer)).containsExactly(nora);
    }

    /** Beyond what a double holds exactly. */
    @Test
    void idsOfAnyLengthAreExact() throws Exception {
        List<Long> ids = List.of(9_007_199_254_740_993L, 9_007_199_254_740_995L, 999_999_999_999_999_998L);
        ids.forEach(id -> sandbox().create(CONTACTS, Map.of("id", id, "firstname", "C")));
        List<String> texts = ids.stream().map(String::valueOf).toList();
        for (String event : List.of("created", "updated")) {
            OntraportConsumer consumer = watch(event, "contacts?startFrom=beginning&event=" + event, route -> {});
            assertThat(polledIds(consumer)).isEqualTo(texts);
            assertThat(polledIds(consumer)).isEmpty();
        }
        OntraportConsumer deleted = watch("deleted", "contacts?event=deleted&settleTime=0", route -> {});
        poll(deleted);
        sandbox().delete(CONTACTS, ids.get(1));
        assertThat(polledIds(deleted)).containsExactly(texts.get(1));
    }

    @Test
    void startsAtATime() throws Exception {
        sandbox().create(CONTACTS, Map.of("date", "1700000000"));
        long later = sandbox().create(CONTACTS, Map.of("date", "1700000001"));

        OntraportConsumer consumer = watch("contacts?startFrom=" + Instant.ofEpochSecond(1700000001));

        assertThat(polledIds(consumer)).containsExactly(Long.toString(later));
    }

    @Test
    void aChoiceOfFieldsHasTheIdAndNothingElse() throws Exception {
        OntraportConsumer consumer =
                watch("contacts?startFrom=beginning&listFields=firstname&condition=RAW(city = 'Bend')");
        long id = sandbox().create(CONTACTS, Map.of("firstname", "Nora", "city", "Bend", "date", "1790000000"));
        sandbox().create(CONTACTS, Map.of("firstname", "Otto", "city", "Salem"));

        List<Exchange> exchanges = poll(consumer);

        assertThat(exchanges).hasSize(1);
        assertThat(record(exchanges.get(0))).isEqualTo(Map.of("id", Long.toString(id), "firstname", "Nora"));
        assertThat(header(exchanges.get(0), OntraportConstants.EVENT_TIME, Instant.class))
                .isEqualTo(Instant.ofEpochSecond(1790000000L));
    }

    @Test
    void aPollDeliversNoMoreThanMaxMessagesPerPoll() throws Exception {
        OntraportConsumer consumer = watch("contacts?startFrom=beginning&maxMessagesPerPoll=2");
        List<String> created = contacts(5);

        assertThat(polledIds(consumer)).isEqualTo(created.subList(0, 2));
        assertThat(polledIds(consumer)).isEqualTo(created.subList(2, 4));
        assertThat(polledIds(consumer)).isEqualTo(created.subList(4, 5));
        assertThat(polledIds(consumer)).isEmpty();
    }

    @Test
    void worksForTypesWhoseIdHasAnotherNameAndForCustomObjects() throws Exception {
        int pets = sandbox().defineCustomObject("Pet", Map.of());
        OntraportConsumer tags = watch("tags", "tags?startFrom=beginning", route -> {});
        OntraportConsumer petConsumer = watch("pets", "pet?startFrom=beginning", route -> {});
        long tag = sandbox().create(TAGS, Map.of("tag_name", "VIP", "object_type_id", "0"));
        long pet = sandbox().create(pets, Map.of());

        assertThat(polledIds(tags)).containsExactly(Long.toString(tag));
        assertThat(polledIds(petConsumer)).containsExactly(Long.toString(pet));
        assertThat(polledIds(petConsumer)).isEmpty();
    }
}
