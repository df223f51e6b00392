package io.github.camelontraport.route.webhook;

import static io.github.camelontraport.support.RecordedSpans.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.support.RecordedSpans;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What traces show of deliveries. */
class WebhookSpansTest extends WebhookTestSupport {

    private RecordedSpans spans;

    @BeforeEach
    void record() {
        spans = new RecordedSpans(context);
    }

    @AfterEach
    void close() {
        spans.close();
    }

    @Test
    void aDeliveryIsNamedByItsEvent() throws Exception {
        sandbox().create(TAGS, Map.of("tag_name", "VIP"));
        listen(
                "listen",
                uri("contacts?event=tagged&tag=VIP&webhookVerifyToken=" + TOKEN),
                route -> route.to("ontraport:contacts?operation=tag&tags=Welcomed"));
        awaitSubscriptions(1);
        long nora = sandbox().create(CONTACTS, Map.of("email", "nora@example.com"));

        sandbox().addTag(CONTACTS, nora, "VIP");

        await("the end of the route's span").untilAsserted(() -> assertThat(spans.finished())
                .extracting(SpanData::getName)
                .contains("tagged contacts"));
        SpanData delivered = spans.named("tagged contacts");
        assertThat(tag(delivered, "ontraport.event")).isEqualTo("tagged");
        assertThat(tag(delivered, "ontraport.object_type")).isEqualTo("contacts");
        assertThat(tag(delivered, "ontraport.delivery_key")).contains(Long.toString(nora));
        assertThat(tag(delivered, "ontraport.requests")).isNull();
        assertThat(tag(spans.named("tag contacts"), "ontraport.requests")).isEqualTo("1");
        assertThat(spans.finished())
                .allSatisfy(span -> assertThat(span.getAttributes().toString())
                        .doesNotContain("nora@example.com", TOKEN, sandbox().apiKey()));
    }
}
