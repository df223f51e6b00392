package io.github.camelontraport.route.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.RootPackage;
import io.github.camelontraport.support.MovedClock;
import io.github.camelontraport.support.SandboxTestSupport;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.apache.camel.model.RouteDefinition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;

/** Routes that the sandbox delivers webhooks to over HTTP. */
public abstract class WebhookTestSupport extends SandboxTestSupport {

    public static final String TOKEN = "t0ken-of-a-test_0123";
    static final int WEBHOOKS = 145;
    static final Duration TIMEOUT = Duration.ofSeconds(60);
    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    /** Shared by all servers, because starting one takes longer than a test. */
    private static final Vertx VERTX = Vertx.vertx();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The exchanges that the routes got. */
    final List<Exchange> got = new CopyOnWriteArrayList<>();

    private int port;

    @BeforeEach
    void unlimited() {
        sandbox().requestsPerMinute(1_000_000);
    }

    @Override
    public void configure(OntraportComponent component) {
        component.setRequestsPerMinute(1_000_000);
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        port = freePort();
        serve(context, port);
        return context;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static void serve(CamelContext context, int port) throws Exception {
        HealthCheckRegistry registry = new DefaultHealthCheckRegistry();
        registry.setCamelContext(context);
        context.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("localhost");
        server.setBindPort(port);
        context.getRegistry().bind("vertx", VERTX);
        context.addService(new VertxPlatformHttpServer(server));
    }

    /** The endpoint at /hook. */
    String uri(String typeAndOptions) {
        return uri(typeAndOptions, port, "/hook");
    }

    static String uri(String typeAndOptions, int port, String path) {
        return "webhook:ontraport:" + typeAndOptions + "&webhookComponentName=platform-http&webhookPath=" + path
                + "&webhookExternalUrl=http://localhost:" + port;
    }

    String url() {
        return "http://localhost:" + port + "/hook";
    }

    void listen(String uri) throws Exception {
        listen("listen", uri, route -> {});
    }

    void listen(String routeId, String uri, Consumer<RouteDefinition> more) throws Exception {
        listen(context, routeId, uri, more);
    }

    void listen(CamelContext on, String routeId, String uri, Consumer<RouteDefinition> more) throws Exception {
        on.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                RouteDefinition route = from(uri).routeId(routeId);
                more.accept(route);
                route.process(exchange -> got.add(exchange.copy()));
            }
        });
    }

    /** The same endpoint on a clock that the test moves. */
    String uri(String typeAndOptions, MovedClock clock) {
        OntraportComponent component = RootPackage.component(clock);
        setUp(component);
        context.addComponent("moved", component);
        return uri(typeAndOptions).replace("webhook:ontraport:", "webhook:moved:");
    }

    /** Starts the route and waits for its subscription. */
    void subscribe(String uri) throws Exception {
        listen(uri);
        awaitSubscriptions(1);
    }

    static void awaitSubscriptions(int count) {
        await("subscriptions").untilAsserted(() -> assertThat(subscriptions()).hasSize(count));
    }

    public static org.awaitility.core.ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(TIMEOUT).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
    }

    static List<Map<String, Object>> subscriptions() {
        return sandbox().records(WEBHOOKS);
    }

    static HttpResponse<String> post(String url, String contentType, byte[] body) {
        return post(url, contentType == null ? Map.of() : Map.of("Content-Type", contentType), body);
    }

    static HttpResponse<String> post(String url, Map<String, String> headers, byte[] body) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static int status(String url, String contentType, String body) {
        return post(url, contentType, body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .statusCode();
    }

    static String created(long id) {
        return """
                {"webhook_id": "2", "object_type_id": "0", "event": {"type": "object_create", "object_type_id": "0"},
                 "data": {"id": "%d", "firstname": "Nora"}, "timestamp": "1760000000"}"""
                .formatted(id);
    }

    Result health() {
        return HealthCheckRegistry.get(context).stream()
                .filter(check -> check.getId().startsWith("ontraport-webhook"))
                .findFirst()
                .orElseThrow()
                .call();
    }

    static <T> T header(Exchange exchange, String name, Class<T> type) {
        return exchange.getMessage().getHeader(name, type);
    }
}
