package io.github.camelontraport.route.kamelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
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

    /** YAML and camel-webhook both escape a percent sign in RAW. */
    @Test
    void credentialsWithSpecialCharactersArriveAsWritten() throws Exception {
        try (OntraportSandbox account = startAccountWithSpecialCharacters()) {
            source(
                    "ontraport-webhook-source",
                    credentials(account, "webhookExternalUrl: http://localhost:" + port, "webhookPath: /hooks/own"));

            Awaitility.await()
                    .untilAsserted(() -> assertThat(account.records(WEBHOOKS)).hasSize(1));
        }
    }

    @Test
    void takesDeliveriesOfASubscriptionThatWasMadeByHand() throws Exception {
        context.getRegistry().bind("deliveries", new MemoryIdempotentRepository());
        source(
                "ontraport-webhook-source",
                "webhookAutoRegister: false",
                "idempotentRepository: '#deliveries'",
                "webhookMaxBodySize: 100");
        String delivery = "{\"event\": \"object_create(0)\", \"data\": {\"id\": \"1\", \"firstname\": \"Ada\"}}";

        assertThat(List.of(post(delivery), post(delivery))).containsExactly(200, 200);
        assertThat(post(delivery.replace("Ada", "Ada".repeat(30)))).isEqualTo(413);

        assertThat(await(1).get(0)).contains("\"firstname\":\"Ada\"");
        assertThat(sandbox().records(WEBHOOKS)).isEmpty();
    }

    private int post(String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ontraport"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aRepairNeedsARepository() {
        assertThatThrownBy(() -> source(
                        "ontraport-webhook-source",
                        "webhookRepair: true",
                        "webhookExternalUrl: https://hooks.example.com"))
                .hasStackTraceContaining("Option webhookRepair needs idempotentRepository");
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
