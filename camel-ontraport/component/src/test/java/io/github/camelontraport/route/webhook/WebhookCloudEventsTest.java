package io.github.camelontraport.route.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.spi.DataType;
import org.junit.jupiter.api.Test;

/** Deliveries as CloudEvents. */
class WebhookCloudEventsTest extends WebhookTestSupport {

    @Test
    void aDeliveryGetsTheHeadersOfACloudEventAndKeepsItsBody() throws Exception {
        sandbox().create(TAGS, Map.of("tag_name", "VIP"));
        listen(
                "listen",
                uri("contacts?event=tagged&tag=VIP"),
                route -> route.transformDataType(new DataType("ontraport:application-cloudevents")));
        awaitSubscriptions(1);
        long nora = sandbox().create(CONTACTS, Map.of("firstname", "Nora"));

        sandbox().addTag(CONTACTS, nora, "VIP");

        await("delivery").untilAsserted(() -> assertThat(got).hasSize(1));
        Map<String, Object> headers = got.get(0).getMessage().getHeaders();
        assertThat(headers)
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_ID, headers.get(OntraportConstants.DELIVERY_KEY))
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, "org.apache.camel.event.ontraport.tagged")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, "ontraport.contacts")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, Long.toString(nora))
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_CONTENT_TYPE, "application/json")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_VERSION, "1.0");
        assertThat(Instant.parse(headers.get(CloudEvent.CAMEL_CLOUD_EVENT_TIME).toString()))
                .isEqualTo(headers.get(OntraportConstants.EVENT_TIME));
        assertThat(record(got.get(0))).containsEntry("firstname", "Nora");
    }
}
