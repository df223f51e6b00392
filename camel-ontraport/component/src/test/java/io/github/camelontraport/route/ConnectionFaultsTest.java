package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConnectionException;
import io.github.camelontraport.support.RawServer;
import io.github.camelontraport.support.RawServer.Behaviour;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A {@code create}, which must not be repeated once it was sent, on connections that fail in every way. */
class ConnectionFaultsTest {

    private static final String KEY = "k3y-of-a-test";

    private static final int RETRIES = 1;

    /** What a proxy does with CONNECT, or a server with the handshake of TLS: in none of them the request is sent. */
    private enum BeforeTheRequest {
        PROXY_WANTS_CREDENTIALS(true, false, "HTTP 407", answers("407 Proxy Authentication Required")),
        PROXY_ASKS_FOR_BASIC(true, false, "proxyUsername", connection -> {
            RawServer.request(connection);
            RawServer.write(
                    connection,
                    "HTTP/1.1 407 Who?\r\nProxy-Authenticate: Basic realm=\"r\"\r\nContent-Length: 0\r\n\r\n");
            RawServer.awaitClose(connection);
        }),
        PROXY_FORBIDS(true, false, "HTTP 403", answers("403 Forbidden")),
        PROXY_SEES_NO_SERVER(true, true, "HTTP 502", answers("502 Bad Gateway")),
        PROXY_IS_BUSY(true, true, "HTTP 503", answers("503 Service Unavailable")),
        PROXY_CLOSES(true, true, "could not connect", RawServer::request),
        PROXY_IS_NO_HTTP(true, true, "could not connect", connection -> {
            RawServer.request(connection);
            RawServer.write(connection, "220 mail.example ESMTP\r\n\r\n");
        }),
        SERVER_HAS_NO_TLS(false, false, "trusted TLS", connection -> {
            connection.getInputStream().read();
            RawServer.write(connection, answer("400 Bad Request"));
            RawServer.awaitClose(connection);
        }),
        SERVER_CLOSES_IN_THE_HANDSHAKE(false, true, "could not connect", connection -> connection
                .getInputStream()
                .read()),
        SERVER_RESETS_IN_THE_HANDSHAKE(false, true, "could not connect", connection -> {
            connection.getInputStream().read();
            connection.setSoLinger(true, 0);
        });

        private final boolean proxy;
        private final boolean repeated;
        private final String words;
        private final Behaviour behaviour;

        BeforeTheRequest(boolean proxy, boolean repeated, String words, Behaviour behaviour) {
            this.proxy = proxy;
            this.repeated = repeated;
            this.words = words;
            this.behaviour = behaviour;
        }

        private static String answer(String status) {
            return RawServer.answer(status, "no");
        }

        private static Behaviour answers(String status) {
            return connection -> {
                RawServer.request(connection);
                RawServer.write(connection, answer(status));
                RawServer.awaitClose(connection);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void beforeTheRequestIsWrittenNothingWasSent(BeforeTheRequest fault) throws Exception {
        try (RawServer server = new RawServer(fault.behaviour)) {
            Exchange failed = create(component -> {
                if (fault.proxy) {
                    component.getConfiguration().setBaseUrl("https://api.example/1");
                    component.setProxyHost("localhost");
                    component.setProxyPort(server.port());
                } else {
                    component.getConfiguration().setBaseUrl("https://localhost:" + server.port() + "/1");
                }
            });

            notSent(failed, fault.repeated, fault.words);
            assertThat(server.connections()).isEqualTo(fault.repeated ? 1 + RETRIES : 1);
        }
    }

    @Test
    void aHandshakeThatTakesLongerThanConnectTimeoutIsNotSent() throws Exception {
        try (RawServer server = new RawServer(RawServer::awaitClose)) {
            Exchange failed = create(component -> {
                component.getConfiguration().setBaseUrl("https://localhost:" + server.port() + "/1");
                component.setConnectTimeout(100);
            });

            notSent(failed, true, "could not connect");
        }
    }

    @Test
    void aHandshakeThatTakesLongerThanRequestTimeoutIsNotSent() throws Exception {
        try (RawServer server = new RawServer(RawServer::awaitClose)) {
            Exchange failed = create(component -> {
                component.getConfiguration().setBaseUrl("https://localhost:" + server.port() + "/1");
                component.getConfiguration().setRequestTimeout(100);
            });

            notSent(failed, true, "no connection was there in time");
        }
    }

    @Test
    void aProxyThatDoesNotAnswerIsNotSent() throws Exception {
        try (RawServer server = new RawServer(RawServer::awaitClose)) {
            Exchange failed = create(component -> {
                component.getConfiguration().setBaseUrl("https://api.example/1");
                component.getConfiguration().setRequestTimeout(100);
                component.setProxyHost("localhost");
                component.setProxyPort(server.port());
            });

            notSent(failed, true, "no connection was there in time");
        }
    }

    @Test
    void aProxyThatIsUnknownIsNotSent() throws Exception {
        notSent(
                create(component -> {
                    component.getConfiguration().setBaseUrl("https://api.example/1");
                    component.setProxyHost("no-such-proxy.invalid");
                    component.setProxyPort(3128);
                }),
                true,
                "no-such-proxy.invalid");
    }

    private static void notSent(Exchange failed, boolean repeated, String words) {
        assertThat(failed.getException())
                .hasMessageContaining("could not connect")
                .hasMessageContaining(words)
                .isInstanceOfSatisfying(OntraportConnectionException.class, failure -> {
                    assertThat(failure.isOutcomeUnknown()).as("outcome unknown").isFalse();
                    assertThat(failure.isRetryable()).as("retryable").isEqualTo(repeated);
                    assertThat(failure.getAttempts()).as("attempts").isEqualTo(repeated ? 1 + RETRIES : 1);
                    assertThat(failure.getApiText()).as("text of the API").isNull();
                });
    }

    /** After it was written the outcome is unknown, and it is not sent again. */
    private enum AfterTheRequest {
        CLOSES(connection -> {}),
        RESETS(connection -> connection.setSoLinger(true, 0)),
        ANSWERS_WITH_ANOTHER_PROTOCOL(connection -> RawServer.write(connection, "220 mail.example ESMTP\r\n\r\n")),
        ENDS_IN_THE_HEAD(connection -> RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Le")),
        ENDS_IN_THE_BODY(connection -> RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"));

        private final Behaviour behaviour;

        AfterTheRequest(Behaviour behaviour) {
            this.behaviour = behaviour;
        }
    }

    @ParameterizedTest
    @EnumSource
    void afterTheRequestIsWrittenTheOutcomeIsUnknown(AfterTheRequest fault) throws Exception {
        try (RawServer server = new RawServer(connection -> {
            RawServer.request(connection);
            fault.behaviour.serve(connection);
        })) {
            Exchange failed = create(
                    component -> component.getConfiguration().setBaseUrl("http://localhost:" + server.port() + "/1"));

            assertThat(failed.getException()).isInstanceOfSatisfying(OntraportConnectionException.class, failure -> {
                assertThat(failure.isOutcomeUnknown()).isTrue();
                assertThat(failure.getAttempts()).isEqualTo(1);
                assertThat(failure.getApiText()).isNull();
            });
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** Whatever the server repeats of the request, neither our message nor the library's below it shows the key. */
    @ParameterizedTest
    @EnumSource
    void aServerThatEchoesTheRequestDoesNotGetTheKeyIntoOurExceptions(Echo echo) throws Exception {
        try (RawServer server = new RawServer(connection -> {
            String request = RawServer.request(connection);
            RawServer.write(connection, echo.prefix + request.substring(request.indexOf("Api-Key")) + "\r\n\r\n");
        })) {
            Exchange failed = create(
                    component -> component.getConfiguration().setBaseUrl("http://localhost:" + server.port() + "/1"));

            StringWriter trace = new StringWriter();
            failed.getException().printStackTrace(new PrintWriter(trace, true));
            assertThat(failed.getException()).isInstanceOf(OntraportConnectionException.class);
            assertThat(trace.toString()).contains("Caused by").doesNotContain(KEY);
        }
    }

    private enum Echo {
        AS_STATUS_LINE(""),
        AS_STATUS("HTTP/1.1 "),
        AS_LENGTH("HTTP/1.1 200 OK\r\nContent-Length: "),
        AS_CHUNK("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");

        private final String prefix;

        Echo(String prefix) {
            this.prefix = prefix;
        }
    }

    private static Exchange create(Consumer<OntraportComponent> settings) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            OntraportComponent component = context.getComponent("ontraport", OntraportComponent.class);
            component.getConfiguration().setApiKey(KEY);
            component.getConfiguration().setAppId("2_1_test");
            component.getConfiguration().setMaxRetries(RETRIES);
            component.getConfiguration().setRetryDelay(1);
            settings.accept(component);
            context.start();
            return context.createProducerTemplate()
                    .request("ontraport:contacts?operation=create", exchange -> exchange.getMessage()
                            .setBody(Map.of("firstname", "Nora")));
        }
    }
}
