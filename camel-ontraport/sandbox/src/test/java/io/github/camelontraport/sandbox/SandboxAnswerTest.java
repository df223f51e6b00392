package io.github.camelontraport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.support.ApiClient;
import io.github.camelontraport.sandbox.support.TestTime;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SandboxAnswerTest {

    @RegisterExtension
    static final OntraportSandboxExtension WITHOUT_HTTP = new OntraportSandboxExtension(
            builder -> builder.clock(TestTime.clock()).http(false));

    private OntraportSandbox sandbox;

    @BeforeEach
    void remember(OntraportSandbox given) {
        sandbox = given;
    }

    @Test
    void answerRepliesLikeHttp() {
        try (OntraportSandbox http =
                OntraportSandbox.builder().clock(TestTime.clock()).start()) {
            for (OntraportSandbox each : new OntraportSandbox[] {sandbox, http}) {
                each.create(0, Map.of("firstname", "Zoë & Co"));
            }
            ApiClient.Answer expected = ApiClient.of(http).get("/objects", "objectID", "0", "search", "zoë & co");

            SandboxReply reply =
                    get("/1/objects?objectID=0&search=zo%C3%AB+%26+co").orElseThrow();

            assertThat(reply.status()).isEqualTo(expected.status());
            assertThat(reply.body()).isEqualTo(expected.text()).contains("Zoë & Co");
            assertThat(reply.headers())
                    .containsOnlyKeys(
                            "content-type",
                            "date",
                            "x-rate-limit-limit",
                            "x-rate-limit-remaining",
                            "x-rate-limit-reset");
            reply.headers().forEach((name, value) -> assertThat(value).as(name).isEqualTo(expected.header(name)));
            assertThat(sandbox.requests())
                    .extracting(SandboxRequest::query)
                    .isEqualTo(
                            http.requests().stream().map(SandboxRequest::query).toList());
        }
    }

    @Test
    void bodiesAreReadByTheirContentType() {
        send("POST", "/1/objects", "application/json", "{\"objectID\":0,\"firstname\":\"Nora\"}");
        send("PUT", "/1/objects", "application/x-www-form-urlencoded", "objectID=0&id=1&city=Bend");

        assertThat(sandbox.find(0, 1).orElseThrow())
                .containsEntry("firstname", "Nora")
                .containsEntry("city", "Bend");
        assertThat(sandbox.requests()).extracting(SandboxRequest::path).containsExactly("/objects", "/objects");
    }

    @Test
    void credentialsAndRateLimitApply() {
        sandbox.requestsPerMinute(1);

        assertThat(sandbox.answer("GET", "/1/Contacts", Map.of(), ""))
                .get()
                .extracting(SandboxReply::status)
                .isEqualTo(401);
        assertThat(get("/1/Contacts")).get().extracting(SandboxReply::status).isEqualTo(200);
        assertThat(get("/1/Contacts")).get().extracting(SandboxReply::status).isEqualTo(429);
        assertThat(get("/Contacts")).get().extracting(SandboxReply::status).isEqualTo(429);
        assertThat(sandbox.requestCount()).isEqualTo(4);
    }

    @Test
    void faultsApplyButDelaysDoNot() {
        sandbox.faults().dropConnectionBeforeCommit();
        sandbox.faults().delay(Duration.ofDays(1));
        sandbox.faults().truncateBody();

        assertThat(get("/1/Contacts")).isEmpty();
        String whole = get("/1/Contacts").orElseThrow().body();
        assertThat(get("/1/Contacts").orElseThrow().body()).isEqualTo(whole.substring(0, whole.length() / 2));
        assertThat(sandbox.requests()).extracting(SandboxRequest::status).containsExactly(0, 200, 200);
    }

    @Test
    void baseUrlIsValidWithoutHttp() {
        assertThat(URI.create(sandbox.baseUrl()))
                .hasHost("localhost")
                .hasPort(sandbox.port())
                .hasPath("/1");
    }

    private Optional<SandboxReply> get(String pathAndQuery) {
        return send("GET", pathAndQuery, null, "");
    }

    private Optional<SandboxReply> send(String method, String pathAndQuery, String contentType, String body) {
        Map<String, String> headers =
                new LinkedHashMap<>(Map.of("Api-Key", sandbox.apiKey(), "API-APPID", sandbox.appId()));
        if (contentType != null) {
            headers.put("Content-Type", contentType);
        }
        return sandbox.answer(method, pathAndQuery, headers, body);
    }
}
