package io.github.camelontraport.verify;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.SandboxReply;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Stands before sandboxes and falsifies what goes through it. */
final class FalsifyingProxy implements AutoCloseable {

    private static final String BASE_PATH = "/1";

    private final OntraportSandbox sandbox;
    private final WireMockServer server;
    private volatile Falsification falsification;

    FalsifyingProxy(OntraportSandbox sandbox) {
        this.sandbox = sandbox;
        server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .disableRequestJournal()
                .extensions(new Transformer()));
        server.start();
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
    }

    /** From now on the API is falsified like this. */
    void falsify(Falsification value) {
        falsification = value;
    }

    String baseUrl() {
        return "http://localhost:" + server.port() + BASE_PATH;
    }

    @Override
    public void close() {
        server.stop();
    }

    private SandboxReply answer(Request request) {
        URI uri = URI.create(request.getUrl());
        boolean falsified = uri.getPath().equals(BASE_PATH + falsification.path());
        Map<String, String> query = query(uri);
        Map<String, String> headers = new HashMap<>();
        for (HttpHeader header : request.getHeaders().all()) {
            headers.put(header.key(), header.firstValue());
        }
        SandboxReply reply = sandbox.answer(
                        request.getMethod().value(),
                        uri.getRawPath()
                                + encoded(falsified ? falsification.request().apply(query) : query),
                        headers,
                        "")
                .orElseThrow();
        return falsified ? falsification.reply().apply(reply) : reply;
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                String[] parts = pair.split("=", 2);
                query.put(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(Map<String, String> query) {
        return query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
    }

    private final class Transformer implements ResponseDefinitionTransformerV2 {

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            SandboxReply reply = answer(event.getRequest());
            ResponseDefinitionBuilder response = WireMock.aResponse()
                    .withStatus(reply.status())
                    .withBody(reply.body().getBytes(StandardCharsets.UTF_8));
            reply.headers().forEach(response::withHeader);
            return response.build();
        }

        @Override
        public String getName() {
            return "falsification";
        }
    }
}
