package io.github.camelontraport.route.kamelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportConstants;
import java.net.ServerSocket;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The Kamelet ontraport-webhook-source: the sandbox delivers to it over HTTP. */
class KameletWebhookTest extends KameletTestSupport {

    private static final int WEBHOOKS = 145;

    private int port;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("localhost");
        server.setBindPort(port);
        context.addService(new VertxPlatformHttpServer(server));
        return context;
    }

    @Test
    void deliversAtOnce() throws Exception {
        sandbox().create(TAGS, Map.of("tag_name", "A & B+"));
        long id = sandbox().create(CONTACTS, Map.of("firstname", "Ada"));
        source(
                "ontraport-webhook-source",
                "event: tagged",
                "tag: RAW(A & B+)",
                "webhookExternalUrl: http://localhost:" + port,
                "webhookPath: /hooks/vip",
                "webhookVerifyToken: t0ken-of-a-kamelet_0123");
        Awaitility.await().untilAsserted(() -> assertThat(sandbox().records(WEBHOOKS))
                .singleElement()
                .satisfies(
                        webhook -> assertThat(webhook.toString()).contains("http://localhost:" + port + "/hooks/vip")));

        send("ontraport:contacts?operation=tag&tags=RAW(A & B+)", null, Map.of(OntraportConstants.RECORD_ID, id));

        assertThat(await(1).get(0)).startsWith("{").contains("\"firstname\":\"Ada\"");
        assertThat(got.get(0).getMessage().getHeader(OntraportConstants.EVENT)).isEqualTo("tagged");
    }

    @Test
    void saysWhatToDoWithoutAPublicUrl() {
        assertThatThrownBy(() -> source("ontraport-webhook-source", "event: created"))
                .hasStackTraceContaining(
                        "Option webhookExternalUrl is missing: where Ontraport reaches this application"
                                + " from the Internet, such as https://hooks.example.com")
                .hasStackTraceContaining("ontraport-source");
    }

    @Test
    void refusesAnEventThatOntraportDoesNotSend() {
        assertThatThrownBy(() -> source(
                        "ontraport-webhook-source", "event: updated", "webhookExternalUrl: https://hooks.example.com"))
                .hasStackTraceContaining("event");
    }
}
