package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportConsumer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.spi.DataType;
import org.junit.jupiter.api.Test;

/** Polled records as CloudEvents. */
class CloudEventsTest extends PollingTestSupport {

    private static final String CLOUD_EVENTS = "ontraport:application-cloudevents";

    @Test
    void aRecordGetsTheHeadersOfACloudEventAndKeepsItsBody() throws Exception {
        long id = sandbox().create(CONTACTS, Map.of("firstname", "Nora"));
        OntraportConsumer consumer = watch(
                "cloud", "contacts?startFrom=beginning", route -> route.transformDataType(new DataType(CLOUD_EVENTS)));

        List<Exchange> polled = poll(consumer);

        assertThat(polled).hasSize(1);
        Map<String, Object> headers = polled.get(0).getMessage().getHeaders();
        assertThat(headers)
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_ID, headers.get(OntraportConstants.DELIVERY_KEY))
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, "org.apache.camel.event.ontraport.created")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, "ontraport.contacts")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, Long.toString(id))
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_CONTENT_TYPE, "application/json")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_VERSION, "1.0");
        assertThat(Instant.parse(headers.get(CloudEvent.CAMEL_CLOUD_EVENT_TIME).toString()))
                .isEqualTo(headers.get(OntraportConstants.EVENT_TIME));
        assertThat(record(polled.get(0))).containsEntry("firstname", "Nora");
    }

    @Test
    void theSubjectOfADeletionIsTheIdThatWas() throws Exception {
        long id = contact("Nora");
        OntraportConsumer consumer = watch(
                "gone",
                "contacts?event=deleted&settleTime=0",
                route -> route.transformDataType(new DataType(CLOUD_EVENTS)));
        assertThat(poll(consumer)).isEmpty();

        sandbox().delete(CONTACTS, id);

        assertThat(poll(consumer)).singleElement().satisfies(exchange -> {
            Map<String, Object> headers = exchange.getMessage().getHeaders();
            assertThat(headers)
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_ID, headers.get(OntraportConstants.DELIVERY_KEY))
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, "org.apache.camel.event.ontraport.deleted")
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, "ontraport.contacts")
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, Long.toString(id))
                    .containsKey(CloudEvent.CAMEL_CLOUD_EVENT_TIME);
            assertThat(exchange.getMessage().getBody(String.class)).isEqualTo(Long.toString(id));
        });
    }

    @Test
    void headersThatAreSetStay() throws Exception {
        sandbox().create(CONTACTS, Map.of("firstname", "Nora"));
        OntraportConsumer consumer = watch(
                "mine", "contacts?startFrom=beginning", route -> route.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_TYPE)
                        .constant("mine")
                        .transformDataType(new DataType(CLOUD_EVENTS)));

        assertThat(poll(consumer)).singleElement().satisfies(exchange -> assertThat(
                        exchange.getMessage().getHeader(CloudEvent.CAMEL_CLOUD_EVENT_TYPE))
                .isEqualTo("mine"));
    }
}
