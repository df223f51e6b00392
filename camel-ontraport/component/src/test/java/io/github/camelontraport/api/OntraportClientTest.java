package io.github.camelontraport.api;

import static io.github.camelontraport.api.ClientFixture.failure;
import static io.github.camelontraport.api.ClientFixture.post;
import static io.github.camelontraport.api.http.ScriptedTransport.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelontraport.api.http.ScriptedTransport;
import io.github.camelontraport.api.http.TransportRequest;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a request becomes HTTP. */
class OntraportClientTest {

    private final ScriptedTransport transport = new ScriptedTransport(ok("1"));
    private final ClientFixture fixture = new ClientFixture(transport);

    private TransportRequest sent(ApiRequest request) {
        // A property calls this often, on one budget.
        fixture.timeSource.advance(Duration.ofMinutes(1));
        assertThat(fixture.call(request)).isCompleted();
        return transport.calls().get(transport.calls().size() - 1);
    }

    private static ApiRequest withHeaders(Map<String, String> headers) {
        return new ApiRequest("GET", "/objects", Map.of(), headers, RequestBody.NONE, RetryRule.ALWAYS);
    }

    @Test
    void everyRequestCarriesTheCredentials() {
        assertThat(sent(ApiRequest.get("/objects", Map.of())).headers())
                .containsEntry("Api-Key", ClientFixture.KEY)
                .containsEntry("Api-Appid", ClientFixture.APP);
        assertThat(sent(post(RetryRule.NEVER)).headers())
                .containsEntry("Api-Key", ClientFixture.KEY)
                .containsEntry("Api-Appid", ClientFixture.APP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Api-Key", "api-key", "API-KEY", "aPi-kEy", "Api-Appid", "api-appid", "API-APPID"})
    void noHeaderOfARequestReplacesTheCredentialsInAnyCase(String name) {
        TransportRequest call = sent(withHeaders(Map.of(name, "mine", "X-Other", "kept")));
        assertThat(call.headers())
                .doesNotContainValue("mine")
                .containsEntry("X-Other", "kept")
                .containsValues(ClientFixture.KEY, ClientFixture.APP)
                .hasSize(4);
    }

    @Test
    void theContentTypeIsThatOfTheBody() {
        RequestBody json =
                RequestBody.json(JsonNodeFactory.instance.objectNode().put("a", "\u00e9"));
        TransportRequest call = sent(new ApiRequest(
                "PUT", "/objects", Map.of(), Map.of("content-type", "text/plain"), json, RetryRule.NEVER));
        assertThat(call.headers()).containsValue("application/json").doesNotContainValue("text/plain");
        assertThat(call.body()).asString().isEqualTo("{\"a\":\"\u00e9\"}");
        assertThat(call.method()).isEqualTo("PUT");
        assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(sent(ApiRequest.delete("/object", Map.of())).body()).isNull();
    }

    @Test
    void theQueryIsEncodedOnceAndInOrder() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("objectID", "0");
        query.put("condition", "[{\"field\":{\"field\":\"lastname\"},\"op\":\"=\",\"value\":{\"value\":\"O'Brien\"}}]");
        query.put("search", "50% + 1 & \u00fcber \uD83D\uDE00 %41");
        query.put("empty", "");
        assertThat(sent(ApiRequest.get("/objects", query)).uri())
                .isEqualTo(URI.create("https://api.example.test/1/objects?objectID=0"
                        + "&condition=%5B%7B%22field%22%3A%7B%22field%22%3A%22lastname%22%7D%2C%22op%22%3A%22%3D%22%2C"
                        + "%22value%22%3A%7B%22value%22%3A%22O%27Brien%22%7D%7D%5D"
                        + "&search=50%25%20%2B%201%20%26%20%C3%BCber%20%F0%9F%98%80%20%2541&empty="));
    }

    @Property
    void anyQueryIsDecodedAsItWasEncoded(
            @ForAll Map<@StringLength(min = 1, max = 5) String, @StringLength(max = 20) String> raw) {
        Map<String, String> query = new LinkedHashMap<>();
        // Half of a surrogate pair is no text that any encoding could carry.
        raw.forEach((name, value) -> query.put(whole(name), whole(value)));
        URI uri = sent(ApiRequest.get("/objects", query)).uri();
        assertThat(uri.getPath()).isEqualTo("/1/objects");
        assertThat(uri.getFragment()).isNull();
        assertThat(PercentEncoding.decode(uri.getRawQuery() == null ? "" : uri.getRawQuery()))
                .isEqualTo(query);
        assertThat(PercentEncoding.decode(PercentEncoding.form(query))).isEqualTo(query);
    }

    private static String whole(String text) {
        return text.codePoints()
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void withoutParametersThereIsNoQuestionMark() {
        assertThat(sent(ApiRequest.get("/objects/meta", Map.of())).uri())
                .hasToString("https://api.example.test/1/objects/meta");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "objects", "@evil.example/x", ".evil.example/x", ":81/x"})
    void aPathThatCouldReachAnotherHostIsRefused(String path) {
        assertThatThrownBy(() -> ApiRequest.get(path, Map.of())).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b", "/%zz", "/a\nb", "/<"})
    void anImpossiblePathFailsTheCallInsteadOfThrowing(String path) {
        CompletableFuture<ApiReply> call = fixture.call(ApiRequest.get(path, Map.of()));
        assertThat(call)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(InvalidInputException.class);
        assertThat(transport.calls()).isEmpty();
        assertThat(fixture.timeSource.pending()).isZero();
    }

    @Test
    void credentialsEchoedByTheServerAreHidden() {
        String echo = "key " + ClientFixture.KEY + " of " + ClientFixture.APP + " is wrong";
        for (ScriptedTransport.Line line : new ScriptedTransport.Line[] {
            ScriptedTransport.status(401, echo),
            ScriptedTransport.status(200, "{\"code\":\"" + echo + "\",\"message\":\"" + echo + "\"}"),
            ScriptedTransport.fails(new java.io.IOException(echo))
        }) {
            ApiException failure = failure(new ClientFixture(new ScriptedTransport(line)).call(post(RetryRule.NEVER)));
            assertThat(failure).hasMessageContaining("key *** of *** is wrong");
            assertThat(String.valueOf(failure.text())).doesNotContain(ClientFixture.KEY, ClientFixture.APP);
            assertThat(failure.toString()).doesNotContain(ClientFixture.KEY, ClientFixture.APP);
            assertThat(String.valueOf(failure.code())).doesNotContain(ClientFixture.KEY, ClientFixture.APP);
        }
    }
}
