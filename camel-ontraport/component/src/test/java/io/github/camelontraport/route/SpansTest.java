package io.github.camelontraport.route;

import static io.github.camelontraport.support.RecordedSpans.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.RootPackage;
import io.github.camelontraport.support.MovedClock;
import io.github.camelontraport.support.RecordedSpans;
import io.github.camelontraport.support.SandboxTestSupport;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What traces show of operations and polls. */
class SpansTest extends SandboxTestSupport {

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
    void anOperationIsNamedWithItsTypeAndTaggedWithItsRequests() {
        sandbox().faults().on("POST", "/objects/saveorupdate").status(503, "busy");

        send("ontraport:contacts?operation=upsert&retryDelay=1", Map.of("email", "nora@example.com"));

        SpanData upsert = spans.named("upsert contacts");
        assertThat(tag(upsert, "ontraport.operation")).isEqualTo("upsert");
        assertThat(tag(upsert, "ontraport.object_type")).isEqualTo("contacts");
        assertThat(tag(upsert, "ontraport.requests")).isEqualTo("2");
        assertThat(tag(upsert, "http.response.status_code")).isEqualTo("200");
        assertThat(upsert.getAttributes().toString())
                .doesNotContain("nora@example.com", sandbox().apiKey());
    }

    @Test
    void theHeaderNamesTheOperation() {
        send(
                "ontraport:contacts?operation=get",
                Map.of("email", "nora@example.com"),
                Map.of(OntraportConstants.OPERATION, "create"));

        assertThat(tag(spans.named("create contacts"), "ontraport.operation")).isEqualTo("create");
    }

    @Test
    void aPolledRecordIsNamedByItsEvent() throws Exception {
        long id = sandbox().create(CONTACTS, Map.of("firstname", "Nora"));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("ontraport:contacts?event=created&startFrom=beginning&delay=100&initialDelay=0")
                        .to("ontraport:contacts?operation=tag&tags=Welcome")
                        .to("mock:polled");
            }
        });
        MockEndpoint polled = context.getEndpoint("mock:polled", MockEndpoint.class);
        polled.expectedMessageCount(1);
        polled.assertIsSatisfied();
        await("the end of the span").until(() -> spans.finished().size() > 2);

        SpanData created = spans.named("created contacts");
        assertThat(tag(created, "ontraport.event")).isEqualTo("created");
        assertThat(tag(created, "ontraport.delivery_key")).contains(Long.toString(id));
        assertThat(tag(created, "ontraport.requests")).isNull();
        assertThat(tag(spans.named("tag contacts"), "ontraport.requests")).isEqualTo("1");
    }

    @Test
    void anOperationThatFailsIsTaggedToo() {
        sandbox().faults().on("POST", "/objects/saveorupdate").status(422, "no");

        send("ontraport:contacts?operation=upsert&maxRetries=0", Map.of("email", "nora@example.com"));

        SpanData upsert = spans.named("upsert contacts");
        assertThat(tag(upsert, "http.response.status_code")).isEqualTo("422");
        assertThat(tag(upsert, "ontraport.rate_limit_wait_ms")).isNull();
    }

    @Test
    void theWaitForTheRateLimitIsATag() throws Exception {
        MovedClock clock = new MovedClock();
        OntraportComponent component = RootPackage.component(clock);
        setUp(component);
        component.getConfiguration().setRequestsPerMinute(1);
        context.addComponent("slow", component);
        send("slow:contacts?operation=create", Map.of("firstname", "Nora"));

        CompletableFuture<Exchange> waiting = context.createProducerTemplate()
                .asyncSend("slow:contacts?operation=upsert", exchange -> exchange.getMessage()
                        .setBody(Map.of("email", "nora@example.com")));
        await("the end of the wait").until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return waiting.isDone();
        });

        assertThat(tag(spans.named("create contacts"), "ontraport.rate_limit_wait_ms"))
                .isNull();
        assertThat(Long.parseLong(tag(spans.named("upsert contacts"), "ontraport.rate_limit_wait_ms")))
                .isBetween(1L, 120_000L);
    }
}
