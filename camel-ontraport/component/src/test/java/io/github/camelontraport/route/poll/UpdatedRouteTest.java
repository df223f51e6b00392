package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportConsumer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** from("ontraport:...?event=updated") */
class UpdatedRouteTest extends PollingTestSupport {

    @Test
    void deliversWhatChangedAfterTheFirstContactNewRecordsIncluded() throws Exception {
        long old = contact("Old");
        contact("Untouched");
        OntraportConsumer consumer = watch("contacts?event=updated");

        assertThat(polledIds(consumer)).isEmpty();
        later(5);
        long created = contact("New");
        later(5);
        sandbox().update(CONTACTS, old, Map.of("firstname", "Changed"));
        List<Exchange> exchanges = poll(consumer);

        assertThat(ids(exchanges)).containsExactly(Long.toString(created), Long.toString(old));
        assertThat(record(exchanges.get(1))).containsEntry("firstname", "Changed");
        assertThat(polledIds(consumer)).isEmpty();
    }

    @Test
    void aRecordThatChangesTwiceInOneSecondComesTwiceWhenReadInBetween() throws Exception {
        long id = contact("One");
        OntraportConsumer consumer = watch("contacts?event=updated&startFrom=beginning");
        assertThat(polledIds(consumer)).containsExactly(Long.toString(id));
        String second = (String) sandbox().find(CONTACTS, id).orElseThrow().get("dlm");

        sandbox().update(CONTACTS, id, Map.of("firstname", "Two", "dlm", second));
        List<Exchange> again = poll(consumer);

        assertThat(again).hasSize(1);
        assertThat(record(again.get(0))).containsEntry("firstname", "Two");
        assertThat(polledIds(consumer)).isEmpty();
    }

    /** What was delivered is remembered by its content, as it was read. */
    @Test
    void aRouteThatChangesTheBodyGetsTheRecordOnce() throws Exception {
        OntraportConsumer consumer = watch(
                ROUTE,
                "contacts?event=updated&startFrom=beginning",
                route -> route.process(exchange -> record(exchange).clear()));
        contacts(3);

        assertThat(poll(consumer)).hasSize(3);
        assertThat(poll(consumer)).isEmpty();
    }

    @Test
    void manyRecordsOfOneSecondAllCome() throws Exception {
        OntraportConsumer consumer = watch("contacts?event=updated&pageSize=10");
        poll(consumer);
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 37; i++) {
            created.add(Long.toString(sandbox().create(CONTACTS, Map.of("dlm", "1890000000"))));
        }
        later(1_000_000_000);

        assertThat(polledIds(consumer)).isEqualTo(created);
        assertThat(polledIds(consumer)).isEmpty();
    }

    @Test
    void theTimeOfTheEventIsThatOfTheChange() throws Exception {
        OntraportConsumer consumer = watch("contacts?event=updated&startFrom=beginning");
        long id = sandbox().create(CONTACTS, Map.of("dlm", "1700000000"));

        Exchange exchange = poll(consumer).get(0);

        assertThat(header(exchange, OntraportConstants.EVENT_TIME, Instant.class))
                .isEqualTo(Instant.ofEpochSecond(1700000000));
        assertThat(header(exchange, OntraportConstants.DELIVERY_KEY, String.class))
                .startsWith("updated:0:" + id + ":1700000000:");
    }

    @Test
    void aTagIsNoChangeOfTheRecord() throws Exception {
        long id = contact("Nora");
        OntraportConsumer consumer = watch("contacts?event=updated&startFrom=beginning");
        assertThat(polledIds(consumer)).containsExactly(Long.toString(id));

        sandbox().addTag(CONTACTS, id, "VIP");

        assertThat(polledIds(consumer)).isEmpty();
    }
}
