package io.github.camelontraport.sandbox.server;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The HTTP side: a WireMock server on the loopback interface whose only stub hands every request to the account. */
public final class HttpServer {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int THREADS = 64;

    private final WireMockServer server;

    public HttpServer(int port, RequestGateway gateway) {
        WireMockConfiguration configuration = WireMockConfiguration.options()
                .bindAddress(LOOPBACK)
                .containerThreads(THREADS)
                // Delayed replies wait in a scheduler and not on a thread that others need.
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(THREADS / 8)
                // HTTP/2 carries many calls on one connection: dropping it would hit more than one.
                .http2PlainDisabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .adminAuthenticator(request -> false)
                .extensions(new Transformer(gateway));
        server = new WireMockServer(port == 0 ? configuration.dynamicPort() : configuration.port(port));
    }

    public void start() {
        server.start();
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
    }

    public int port() {
        return server.port();
    }

    public void stop() {
        server.stop();
    }

    private static ApiCall call(Request request) {
        Map<String, String> headers = new HashMap<>();
        for (HttpHeader header : request.getHeaders().all()) {
            headers.put(header.key(), header.firstValue());
        }
        return ApiCall.of(
                request.getMethod().value(),
                request.getUrl(),
                headers,
                new String(request.getBody(), StandardCharsets.UTF_8));
    }

    private static ResponseDefinition response(WireOutcome outcome) {
        ResponseDefinitionBuilder response = WireMock.aResponse();
        if (outcome.reply() == null) {
            return response.withFault(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE)
                    .build();
        }
        outcome.headers().forEach(response::withHeader);
        return response.withStatus(outcome.reply().status())
                .withBody(outcome.reply().body().getBytes(StandardCharsets.UTF_8))
                .withFixedDelay(Math.toIntExact(outcome.delay().toMillis()))
                .build();
    }

    private record Transformer(RequestGateway gateway) implements ResponseDefinitionTransformerV2 {

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            return response(gateway.handle(call(event.getRequest())));
        }

        @Override
        public String getName() {
            return "ontraport";
        }
    }
}
