package io.github.camelontraport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportEndpoint;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.component.webhook.WebhookEndpoint;
import org.apache.camel.model.Model;
import org.awaitility.Awaitility;

/** What examples that listen for webhooks need: an HTTP server, and an account that delivers to it. */
final class WebhookSurroundings {

    /** Properties of examples that are the application's own. */
    static final String OWN = "hooks.";

    /** Not that of other tests, whose log is searched for it: Camel's own DEBUG shows properties in clear. */
    private static final String TOKEN = "t0ken-of-an-example_0123";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int WEBHOOKS = 145;

    private final CamelContext context;

    WebhookSurroundings(CamelContext context) {
        this.context = context;
    }

    /** Before the context starts; nothing unless there are such routes. */
    void serve() throws Exception {
        boolean needed = context.getCamelContextExtension().getContextPlugin(Model.class).getRouteDefinitions().stream()
                .map(route -> String.valueOf(route.getInput().getEndpointUri()))
                .anyMatch(uri -> uri.startsWith("webhook:") || uri.startsWith("kamelet:ontraport-webhook-source"));
        if (needed) {
            VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
            server.setBindHost("localhost");
            server.setBindPort(freePort());
            context.addService(new VertxPlatformHttpServer(server));
            context.getPropertiesComponent()
                    .addInitialProperty("hooks.url", "http://localhost:" + server.getBindPort());
            context.getPropertiesComponent().addInitialProperty("hooks.token", TOKEN);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Lets something happen to each route that listens; tells whether there are any. */
    boolean happen(OntraportSandbox sandbox, Consumer<OntraportEndpoint> event) {
        List<OntraportEndpoint> endpoints = context.getRoutes().stream()
                .map(Route::getEndpoint)
                .filter(WebhookEndpoint.class::isInstance)
                .map(endpoint -> (OntraportEndpoint) ((WebhookEndpoint) endpoint).getEndpoint())
                .toList();
        if (!endpoints.isEmpty()) {
            Awaitility.await("subscriptions").atMost(PATIENCE).untilAsserted(() -> assertThat(sandbox.records(WEBHOOKS))
                    .hasSize(endpoints.size()));
            endpoints.forEach(event);
        }
        return !endpoints.isEmpty();
    }
}
