package io.github.camelontraport.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelontraport.OntraportEndpointBuilderFactory.OntraportBuilders;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.main.Main;
import org.apache.camel.spi.DataType;
import org.junit.jupiter.api.Test;

/** Webhooks, typed endpoint builders and CloudEvents on Camel Main of the newer LTS line. */
class TypedWebhookTest {

    private static final int CONTACTS = 0;
    private static final int WEBHOOKS = 145;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final class Routes extends EndpointRouteBuilder implements OntraportBuilders {

        @Override
        public void configure() {
            from(webhook(ontraport("contacts")
                                    .event("created")
                                    .webhookVerifyToken("t0ken-of-a-test_0123")
                                    .getRawUri())
                            .webhookComponentName("platform-http")
                            .webhookPath("RAW(/hook)")
                            .webhookExternalUrl("RAW({{hooks.url}})"))
                    .transformDataType(new DataType("ontraport:application-cloudevents"))
                    .to(mock("delivered"));
        }
    }

    @Test
    void deliversCloudEvents() throws Exception {
        int port = freePort();
        Main main = new Main();
        try (OntraportSandbox sandbox = OntraportSandbox.start()) {
            main.addInitialProperty("camel.component.ontraport.baseUrl", sandbox.baseUrl());
            main.addInitialProperty("camel.component.ontraport.apiKey", sandbox.apiKey());
            main.addInitialProperty("camel.component.ontraport.appId", sandbox.appId());
            main.addInitialProperty("hooks.url", "http://localhost:" + port);
            main.configure().addRoutesBuilder(new Routes());
            main.init();
            CamelContext context = main.getCamelContext();
            context.addService(server(port));
            main.start();
            MockEndpoint delivered = context.getEndpoint("mock:delivered", MockEndpoint.class);
            delivered.expectedMessageCount(1);
            delivered.setResultWaitTime(PATIENCE.toMillis());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(sandbox.records(WEBHOOKS)).hasSize(1));

            long id = sandbox.create(CONTACTS, Map.of("firstname", "Ada"));

            delivered.assertIsSatisfied();
            Message message = delivered.getExchanges().get(0).getMessage();
            assertThat(message.getHeaders())
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, "org.apache.camel.event.ontraport.created")
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, Long.toString(id));
            assertThat(message.getBody(Map.class).get("firstname")).isEqualTo("Ada");
        } finally {
            main.stop();
        }
    }

    private static VertxPlatformHttpServer server(int port) {
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("localhost");
        configuration.setBindPort(port);
        return new VertxPlatformHttpServer(configuration);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
