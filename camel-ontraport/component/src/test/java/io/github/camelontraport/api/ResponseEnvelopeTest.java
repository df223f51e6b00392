package io.github.camelontraport.api;

import static io.github.camelontraport.api.ClientFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.http.ScriptedTransport;
import io.github.camelontraport.api.http.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseEnvelopeTest {

    private static final ApiRequest GET = ApiRequest.get("/objects", Map.of());

    private static CompletableFuture<ApiReply> answer(ApiRequest request, int status, byte[] body) {
        return new ClientFixture(new ScriptedTransport(
                        call -> CompletableFuture.completedFuture(new TransportResponse(status, Map.of(), body))))
                .call(request);
    }

    private static CompletableFuture<ApiReply> answer(int status, String body) {
        return answer(GET, status, body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            {"code":0,"data":{"id":"8"},"account_id":50}        | {"id":"8"}
            {"code":0,"data":[],"misc":[],"account_id":"50"}    | []
            {"code":0,"data":[{"id":1},{"id":"2"}]}             | [{"id":1},{"id":"2"}]
            {"code":0,"data":"Deleted"}                         | "Deleted"
            {"code":0,"data":""}                                | ""
            {"code":0,"data":1}                                 | 1
            {"code":0,"data":true}                              | true
            {"code":0,"data":null}                              | -
            {"code":0}                                          | -
            {"code":"0","data":1.10}                            | 1.10
            {"account_id":50,"brand_new":{"a":[1]},"data":1,"code":0} | 1
            {"data":1}                                          | 1
            {"id":"5","last4":"4242"}                           | {"id":"5","last4":"4242"}
            {"code":0,"data":90071992547409931234567890.123456789}    | 90071992547409931234567890.123456789
            """)
    void theReplyIsTheDataInAnyShape(String body, String data) {
        ApiReply reply = answer(200, body).join();
        assertThat(reply.data() == null ? null : reply.data().toString()).isEqualTo(data);
        assertThat(reply.count()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            {"code":0,"data":[],"count":"123"}                  | 123
            {"code":0,"data":[],"count":123}                    | 123
            {"code":0,"data":{"count":"7"}}                     | 7
            {"code":0,"data":{"count":"7"},"count":"8"}         | 8
            {"code":0,"data":[],"count":"999999999999999999"}   | 999999999999999999
            {"code":0,"data":[],"count":"9999999999999999999"}  | -
            {"code":0,"data":[],"count":"-1"}                   | -
            {"code":0,"data":[],"count":-1}                     | -
            {"code":0,"data":[],"count":1.5}                    | -
            {"code":0,"data":[],"count":1e3}                    | -
            {"code":0,"data":[],"count":""}                     | -
            {"code":0,"data":[],"count":"many"}                 | -
            {"code":0,"data":[],"count":null}                   | -
            {"code":0,"data":[],"count":{}}                     | -
            {"code":0,"data":[],"count":true}                   | -
            """)
    void aCountIsReadFromTextAndNumberAndAnAbsurdOneIsIgnored(String body, Long count) {
        assertThat(answer(200, body).join().count().stream().boxed().findFirst().orElse(null))
                .isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Deleted",
                "nul",
                "tru",
                "1.",
                "{\"code\":0,\"data\":nulx",
                "{\"code\":0,\"data\":nul}",
                "{\"code\":0,\"data\" nul",
                "{\"code\":0,\"data\":1.}",
                "{\"code\":0,\"data\":on",
                "<html>maintenance</html>",
                "[]",
                "[{\"code\":0}]",
                "0",
                "\"0\"",
                "null",
                "true",
                "{\"code\":0} trailing",
                "{}",
                "{\"error\":\"log in first\"}",
                "{\"code\":0,\"data\":NaN}",
                "{'code':0}"
            })
    void aSuccessThatIsNotThePromisedJsonIsAnError(String body) {
        ApiException failure = failure(answer(200, body));
        assertThat(failure.kind()).isEqualTo(Kind.OTHER);
        assertThat(failure.status()).isEqualTo(200);
        assertThat(failure.code()).isNull();
        assertThat(failure.text()).isEqualTo(body.isBlank() ? null : body);
    }

    @Test
    void aBodyMadeToExhaustTheParserIsAnErrorLikeAnyOther() {
        assertThat(failure(answer(200, "{\"code\":0,\"data\":" + "[".repeat(100_000)))
                        .kind())
                .isEqualTo(Kind.OTHER);
        assertThat(failure(answer(200, "{\"code\":" + "9".repeat(5000) + "}")).kind())
                .isEqualTo(Kind.OTHER);
        assertThat(answer(200, "{\"code\":0,\"data\":1e999999999}")).isDone();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            {"code":1}                                          | 1    | -
            {"code":"1","message":"Nope."}                      | 1    | Nope.
            {"code":-1,"data":"In words"}                       | -1   | In words
            {"code":2,"data":{"a":1}}                           | 2    | -
            {"code":"error","message":null,"data":["x"]}        | error | -
            {"code":null,"data":1}                              | null | 1
            {"code":false}                                      | false | -
            {"code":[0]}                                        | [0]  | -
            {"code":{},"data":"x"}                              | {}   | x
            {"code":""}                                         | ''   | -
            """)
    void aCodeThatIsNotZeroIsAnError(String body, String code, String text) {
        ApiException failure = failure(answer(200, body));
        assertThat(failure.kind()).isEqualTo(Kind.OTHER);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            400, VALIDATION
            401, AUTHENTICATION
            403, AUTHENTICATION
            404, NOT_FOUND
            422, VALIDATION
            405, OTHER
            301, OTHER
            """)
    void theStatusIsCheckedBeforeTheBody(int status, Kind kind) {
        ApiException failure = failure(answer(status, "{\"code\":0,\"data\":{}}"));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.text()).isEqualTo("{\"code\":0,\"data\":{}}");
    }

    @Test
    void aRedirectIsNotFollowedButExplained() {
        assertThat(failure(answer(301, ""))).hasMessageContaining("check baseUrl");
        assertThat(failure(answer(404, "")).getMessage()).doesNotContain("baseUrl");
    }

    @Test
    void aReplyToHeadHasNoBodyToRead() {
        ApiRequest head = new ApiRequest("HEAD", "/objects", Map.of(), Map.of(), RequestBody.NONE, RetryRule.ALWAYS);
        assertThat(answer(head, 200, new byte[0]).join()).isEqualTo(ApiReply.EMPTY);
        ApiException failure = failure(answer(head, 404, new byte[0]));
        assertThat(failure.text()).isNull();
        assertThat(failure).hasMessage("HEAD /objects answered HTTP 404");
    }

    @Test
    void theApisTextIsOneLineAndCapped() {
        assertThat(failure(answer(400, " a\r\nb\t\u0000\u001b[31m\u2028c ")).text())
                .isEqualTo("a b [31m c");
        assertThat(failure(answer(400, "x".repeat(500))).text()).isEqualTo("x".repeat(500));
        assertThat(failure(answer(400, "x".repeat(5_000_000))).text()).isEqualTo("x".repeat(500) + "...");
        // A character beyond the basic plane is two chars, and half of one is none.
        assertThat(failure(answer(400, "x".repeat(499) + "\uD83D\uDE00y")).text())
                .isEqualTo("x".repeat(499) + "...");
    }

    @Test
    void aTextThatIsNotUtf8IsStillAText() {
        assertThat(failure(answer(GET, 400, new byte[] {'a', (byte) 0xff, 'b'})).text())
                .isEqualTo("a\ufffdb");
    }

    /** Wherever it is cut: in a literal, in a number, in a text, in a character, before the first. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":0,\"data\":null,\"more\":[true,false,null]}",
                " \r\n{\"code\":0,\"data\":[1.25,-3e-5,1E+7,0.5e9,-0],\"account_id\":50}",
                "{\"code\":0,\"data\":{\"city\":\"Z\u00fcrich \uD83D\uDE00 \\u00e9 \\n \\\"x\\\" \\\\\"},\"n\":-12}",
                "{}"
            })
    void aReplyThatIsCutAnywhereIsALostConnection(String body) {
        byte[] whole = body.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            ApiException failure =
                    failure(answer(ClientFixture.post(RetryRule.NEVER), 200, Arrays.copyOf(whole, length)));
            assertThat(failure.kind()).as("cut at %s", length).isEqualTo(Kind.CONNECTION);
            assertThat(failure).hasMessageContaining("cut short");
            assertThat(failure.outcomeUnknown()).isTrue();
        }
    }
}
