package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportEndpointBuilderFactory.OntraportBuilders;
import io.github.camelontraport.support.SandboxTestSupport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.webhook.WebhookEndpoint;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Routes with typed endpoint builders. */
class EndpointBuildersTest extends SandboxTestSupport {

    private final List<Exchange> got = new CopyOnWriteArrayList<>();

    /** What an application extends. */
    private abstract static class Routes extends EndpointRouteBuilder implements OntraportBuilders {}

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new Routes() {

            @Override
            public void configure() {
                from(ontraport("contacts").event("created").startFrom("beginning").delay(50))
                        .to(ontraport("contacts").operation("tag").tags("Welcome"))
                        .process(exchange -> got.add(exchange.copy()));
                from(direct("search"))
                        .to(ontraport("contacts")
                                .operation("search")
                                .condition("RAW(company = 'A & B (50%+)')")
                                .limit(5)
                                .listFields("id"));
            }
        };
    }

    @Test
    void watchesAndWrites() {
        sandbox().create(CONTACTS, Map.of("firstname", "Ada"));

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(got)
                .hasSize(1));
        assertThat(got.get(0).getMessage().getHeader(OntraportConstants.OBJECT_ID)).isEqualTo("1");
        assertThat(sandbox().records(TAGS))
                .singleElement()
                .satisfies(tag -> assertThat(tag).containsEntry("tag_name", "Welcome"));
    }

    @Test
    void valuesInRawArriveAsWritten() {
        sandbox().create(CONTACTS, Map.of("company", "A & B (50%+)"));
        sandbox().create(CONTACTS, Map.of("company", "A"));

        assertThat(records(send("direct:search"))).hasSize(1);
    }

    @Test
    void whatWouldNotArriveIsRefused() {
        assertThatThrownBy(() -> context.addRoutes(new Routes() {

                    @Override
                    public void configure() {
                        from(direct("email")).to(ontraport("contacts").operation("get").email("ada+1@example.com"));
                    }
                }))
                .hasStackTraceContaining("RAW(ada+1@example.com)");
    }

    @Test
    void listensForWebhooks() throws Exception {
        context.addRoutes(new Routes() {

            @Override
            public void configure() {
                from(webhook(ontraport("contacts").event("created").getRawUri())
                                .webhookAutoRegister(false)
                                .webhookComponentName("undertow")
                                .webhookPath("/hook"))
                        .routeId("webhook")
                        .autoStartup(false)
                        .log("${body}");
            }
        });

        Endpoint endpoint = context.getRoute("webhook").getEndpoint();
        assertThat(endpoint).isInstanceOf(WebhookEndpoint.class);
        assertThat(((WebhookEndpoint) endpoint).getEndpoint().getEndpointUri()).startsWith("ontraport://contacts");
    }
}
