package io.github.camelontraport.benchmarks.candidate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.dataformat.JsonLibrary;

/** A route behind the HTTP server of camel-platform-http-vertx that counts deliveries of contacts. */
public final class WebhookRoute implements AutoCloseable {

    public static final String BY_HAND = "platform-http: by hand";

    private static final String PATH = "/hook";
    private static final String TOKEN = "token-of-the-benchmarks";

    private final String name;
    private final CamelContext camel;
    private final int port;
    private final AtomicLong delivered = new AtomicLong();

    private WebhookRoute(String name, CamelContext camel, int port) {
        this.name = name;
        this.camel = camel;
        this.port = port;
    }

    /** This component's webhook. The account gets a subscription when the route starts. */
    public static WebhookRoute component(Account account) {
        int port = freePort();
        WebhookRoute route =
                new WebhookRoute(OntraportComponentRoutes.NAME, OntraportComponentRoutes.context(account), port);
        route.start(new RouteBuilder() {
            @Override
            public void configure() {
                route.count(
                        from("webhook:ontraport:contacts?event=created&webhookComponentName=platform-http&webhookPath="
                                + PATH + "&webhookVerifyToken=" + TOKEN + "&webhookExternalUrl=http://localhost:"
                                + port));
            }
        });
        return route;
    }

    /** A route that only parses the delivery. */
    public static WebhookRoute byHand() {
        WebhookRoute route = new WebhookRoute(BY_HAND, new DefaultCamelContext(), freePort());
        route.start(new RouteBuilder() {
            @Override
            public void configure() {
                route.count(from("platform-http:" + PATH)
                                .unmarshal()
                                .json(JsonLibrary.Jackson)
                                .setBody(simple("${body[data]}")))
                        .setBody(constant("OK"));
            }
        });
        return route;
    }

    private ProcessorDefinition<?> count(ProcessorDefinition<?> route) {
        return route.process(exchange -> delivered.incrementAndGet());
    }

    private void start(RouteBuilder routes) {
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("localhost");
        server.setBindPort(port);
        try {
            camel.addService(new VertxPlatformHttpServer(server));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        CamelCandidate.start(camel, routes);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String name() {
        return name;
    }

    /** Where deliveries go. The route by hand ignores the token. */
    public URI url() {
        return URI.create("http://localhost:" + port + PATH + "?token=" + TOKEN);
    }

    /** How many deliveries went through the route. */
    public long delivered() {
        return delivered.get();
    }

    @Override
    public void close() {
        camel.stop();
    }
}
