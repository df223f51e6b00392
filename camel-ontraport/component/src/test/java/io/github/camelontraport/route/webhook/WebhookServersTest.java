package io.github.camelontraport.route.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import io.github.camelontraport.sandbox.WebhookEncoding;
import io.github.camelontraport.support.SandboxTestSupport;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Camel's HTTP servers in front of webhooks, configured as an application does it. */
@ExtendWith(OntraportSandboxExtension.class)
class WebhookServersTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    /** Different from that of other tests, which search the log for their token: Camel's DEBUG log shows URIs in clear. */
    private static final String TOKEN = "t0ken-of-a-server_0123";

    private final List<Exchange> got = new CopyOnWriteArrayList<>();

    @Test
    void camelMainOnPlatformHttp(OntraportSandbox sandbox) throws Exception {
        int port = WebhookTestSupport.freePort();
        Main main = new Main();
        main.addInitialProperty("camel.server.enabled", "true");
        main.addInitialProperty("camel.server.port", Integer.toString(port));
        deliversBothEncodings(main, "platform-http", port, sandbox);
    }

    @Test
    void undertow(OntraportSandbox sandbox) throws Exception {
        int port = WebhookTestSupport.freePort();
        Main main = new Main();
        main.addInitialProperty("camel.rest.component", "undertow");
        main.addInitialProperty("camel.rest.host", "localhost");
        main.addInitialProperty("camel.rest.port", Integer.toString(port));
        deliversBothEncodings(main, "undertow", port, sandbox);
    }

    private void deliversBothEncodings(Main main, String server, int port, OntraportSandbox sandbox) throws Exception {
        main.configure().addRoutesBuilder(new RouteBuilder() {

            @Override
            public void configure() {
                OntraportConfiguration configuration = getContext()
                        .getComponent("ontraport", OntraportComponent.class)
                        .getConfiguration();
                configuration.setBaseUrl(sandbox.baseUrl());
                configuration.setApiKey(sandbox.apiKey());
                configuration.setAppId(sandbox.appId());
                from(WebhookTestSupport.uri("contacts?event=created&webhookVerifyToken=" + TOKEN, port, "/hook")
                                .replace("platform-http", server))
                        .process(exchange -> got.add(exchange.copy()));
            }
        });
        main.start();
        try {
            Awaitility.await().atMost(TIMEOUT).untilAsserted(() -> assertThat(sandbox.records(145))
                    .hasSize(1));
            for (WebhookEncoding encoding : WebhookEncoding.values()) {
                sandbox.webhooks().encoding(encoding);
                sandbox.create(0, Map.of("firstname", "Nöra & Sons", "city", encoding.name()));
            }
            sandbox.webhooks().awaitQuiet(TIMEOUT);

            assertThat(sandbox.webhooks().deliveries()).allMatch(delivery -> delivery.status() == 200);
            assertThat(got).hasSize(2).allSatisfy(exchange -> {
                assertThat(SandboxTestSupport.record(exchange)).containsEntry("firstname", "Nöra & Sons");
                assertThat(exchange.getMessage().getHeaders().keySet())
                        .allMatch(name -> name.startsWith("CamelOntraport"));
            });
            String url = "http://localhost:" + port + "/hook";
            assertThat(WebhookTestSupport.status(url, "application/json", WebhookTestSupport.created(8)))
                    .isEqualTo(403);
            assertThat(WebhookTestSupport.status(url + "?token=" + TOKEN, "text/plain", "x"))
                    .isEqualTo(415);
            assertThat(WebhookTestSupport.status(url + "?token=" + TOKEN, "application/json", ""))
                    .isEqualTo(400);
            compressedBodiesAreRejected(url + "?token=" + TOKEN);
            formsInOtherCharsetsAreReadOrRejected(url + "?token=" + TOKEN, server.equals("platform-http"));
        } finally {
            main.stop();
        }
    }

    private void compressedBodiesAreRejected(String url) throws Exception {
        got.clear();
        for (String type : List.of("application/json", "application/x-www-form-urlencoded")) {
            String body = type.endsWith("json")
                    ? WebhookTestSupport.created(8)
                    : "event[type]=object_create&data[id]=8&data[firstname]=Nora";
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
                gzip.write(body.getBytes(StandardCharsets.UTF_8));
            }
            byte[] plain = body.getBytes(StandardCharsets.UTF_8);
            assertThat(encoded(url, type, "gzip", compressed.toByteArray())).isEqualTo(415);
            assertThat(encoded(url, type, "gzip", plain)).isEqualTo(415);
            assertThat(encoded(url, type, "deflate", plain)).isEqualTo(415);
            assertThat(got).isEmpty();
            assertThat(encoded(url, type, "identity", plain)).isEqualTo(200);
            assertThat(got).hasSize(1);
            got.clear();
        }
    }

    private static int encoded(String url, String type, String encoding, byte[] body) {
        return WebhookTestSupport.post(url, Map.of("Content-Type", type, "Content-Encoding", encoding), body)
                .statusCode();
    }

    private void formsInOtherCharsetsAreReadOrRejected(String url, boolean isDecodedByServer) {
        String form = "event[type]=object_create&data[id]=8&data[firstname]=";
        for (String name : List.of("N%F6ra", "N\u00f6ra", "Nora")) {
            got.clear();
            int status = WebhookTestSupport.post(
                            url,
                            "application/x-www-form-urlencoded; charset=ISO-8859-1",
                            (form + name).getBytes(StandardCharsets.ISO_8859_1))
                    .statusCode();
            if (isDecodedByServer && !name.equals("Nora")) {
                assertThat(status).isEqualTo(415);
                assertThat(got).isEmpty();
            } else {
                assertThat(status).isEqualTo(200);
                assertThat(SandboxTestSupport.record(got.get(0)))
                        .containsEntry("firstname", name.replace("%F6", "\u00f6"));
            }
        }
    }
}
