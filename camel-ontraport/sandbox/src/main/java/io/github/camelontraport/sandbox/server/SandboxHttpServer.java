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
import io.github.camelontraport.sandbox.protocol.AccountRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A WireMock server. Its only stub passes every request to a function. */
public final class SandboxHttpServer {

    private static final int THREADS = 64;

    private final WireMockServer server;

    public SandboxHttpServer(String host, int port, Function<AccountRequest, WireOutcome> handler) {
        WireMockConfiguration configuration = WireMockConfiguration.options()
                .bindAddress(host)
                .containerThreads(THREADS)
                // A delayed reply waits in a scheduler instead of blocking a thread.
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(THREADS / 8)
                // HTTP/2 multiplexes calls on one connection, so a dropped connection would hit several calls.
                .http2PlainDisabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .adminAuthenticator(request -> false)
                .extensions(new Transformer(handler));
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

    private static AccountRequest toRequest(Request request) {
        Map<String, String> headers = new HashMap<>();
        for (HttpHeader header : request.getHeaders().all()) {
            headers.put(header.key(), header.firstValue());
        }
        return AccountRequest.of(
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

    private record Transformer(Function<AccountRequest, WireOutcome> handler)
            implements ResponseDefinitionTransformerV2 {

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            return response(handler.apply(toRequest(event.getRequest())));
        }

        @Override
        public String getName() {
            return "ontraport";
        }
    }
}
