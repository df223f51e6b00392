package io.github.camelontraport.route.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import io.github.camelontraport.sandbox.WebhookEncoding;
import io.github.camelontraport.support.SandboxTestSupport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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
        } finally {
            main.stop();
        }
    }
}
