package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.MapSyncLedger;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportEndpointBuilderFactory.OntraportBuilders;
import io.github.camelontraport.support.SandboxTestSupport;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Routes with typed endpoint builders. */
class EndpointBuildersTest extends SandboxTestSupport {

    private static final int WEBHOOKS = 145;

    private final ConcurrentMap<String, String> ledger = new ConcurrentHashMap<>();
    private final List<Exchange> got = new CopyOnWriteArrayList<>();

    /** What an application extends. */
    private abstract static class Routes extends EndpointRouteBuilder implements OntraportBuilders {}

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new Routes() {

            @Override
            public void configure() {
                from(ontraport("contacts")
                                .event("created")
                                .startFrom("beginning")
                                .delay(50))
                        .process(exchange -> got.add(exchange.copy()))
                        .to(ontraport("contacts").operation("tag").tags("Welcome"));
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

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        sandbox().records(TAGS))
                .singleElement()
                .satisfies(tag -> assertThat(tag).containsEntry("tag_name", "Welcome")));
        assertThat(got).singleElement().satisfies(exchange -> assertThat(
                        exchange.getMessage().getHeader(OntraportConstants.OBJECT_ID))
                .isEqualTo("1"));
    }

    @Test
    void valuesInRawArriveAsWritten() {
        sandbox().create(CONTACTS, Map.of("company", "A & B (50%+)"));
        sandbox().create(CONTACTS, Map.of("company", "A"));

        assertThat(records(send("direct:search"))).hasSize(1);
    }

    @Test
    void takesBeansThemselves() throws Exception {
        context.addRoutes(new Routes() {

            @Override
            public void configure() {
                from(direct("sync")).to(ontraport("contacts").operation("sync").syncLedger(new MapSyncLedger(ledger)));
            }
        });

        send("direct:sync", Map.of("email", "ada@example.com"));

        assertThat(ledger).isNotEmpty();
    }

    @Test
    void whatWouldNotArriveIsRefused() {
        assertThatThrownBy(() -> context.addRoutes(new Routes() {

                    @Override
                    public void configure() {
                        from(direct("email"))
                                .to(ontraport("contacts").operation("get").email("ada+1@example.com"));
                    }
                }))
                .hasStackTraceContaining("an option with + in it is written RAW(name+part@example.com)");
    }

    /** RAW keeps the slash of the path: the builders encode values, and Camel's webhook component takes them as they are. */
    @Test
    void listensForWebhooks() throws Exception {
        int port = serve();
        context.addRoutes(new Routes() {

            @Override
            public void configure() {
                from(webhook(ontraport("deals").event("created").getRawUri())
                                .webhookComponentName("platform-http")
                                .webhookPath("RAW(/hook)")
                                .webhookExternalUrl("RAW(http://localhost:" + port + ")"))
                        .process(exchange -> got.add(exchange.copy()));
            }
        });
        Awaitility.await()
                .untilAsserted(() -> assertThat(sandbox().records(WEBHOOKS)).hasSize(1));

        send("ontraport:deals?operation=create", Map.of("name", "A deal"));

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(got)
                .singleElement()
                .satisfies(exchange -> assertThat(record(exchange)).containsEntry("name", "A deal")));
    }

    private int serve() throws Exception {
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        try (ServerSocket socket = new ServerSocket(0)) {
            server.setBindPort(socket.getLocalPort());
        }
        server.setBindHost("localhost");
        context.addService(new VertxPlatformHttpServer(server));
        return server.getBindPort();
    }
}
