package io.github.camelontraport.api;

import static io.github.camelontraport.api.ClientFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.http.ScriptedTransport;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a call that meets the same fault over and over, for each rule about sending it again. */
class RetryTableTest {

    private static final Map<String, RepeatRule> REPEATABLE = Map.of(
            "ALWAYS", RepeatRule.ALWAYS,
            "UNTIL_GONE", RepeatRule.UNTIL_GONE,
            "asked lazily, says yes", () -> CompletableFuture.supplyAsync(() -> true, Runnable::run));

    private static final Map<String, RepeatRule> UNREPEATABLE = Map.of(
            "NEVER", RepeatRule.NEVER,
            "asked lazily, says no", () -> CompletableFuture.completedFuture(false),
            "asked lazily, fails", () -> CompletableFuture.failedFuture(new IllegalStateException("no metadata")),
            "asked lazily, says nothing", () -> CompletableFuture.completedFuture(null),
            "asked lazily, has no stage", () -> null,
            "asked lazily, throws", () -> {
                throw new IllegalStateException("no metadata");
            });

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # fault, requests, kind, status, retryable, unknown, text
            REFUSED,           4, CONNECTION,       0, true,  false, refused
            REFUSED_WRAPPED,   4, CONNECTION,       0, true,  false, refused
            CONNECT_TIMEOUT,   4, CONNECTION,       0, true,  false, no route
            UNTRUSTED,         1, CONNECTION,       0, false, false, bad certificate
            TIMEOUT,           4, CONNECTION,       0, true,  false, -
            LOST,              4, CONNECTION,       0, true,  false, reset
            LOST_SILENTLY,     4, CONNECTION,       0, true,  false, -
            S500,              4, OTHER,          500, true,  false, Internal error
            S503,              4, OTHER,          503, true,  false, -
            S429,              6, RATE_LIMITED,   429, true,  false, Rate limit exceeded
            S400,              1, VALIDATION,     400, false, false, Missing id
            S422,              1, VALIDATION,     422, false, false, Invalid e-mail
            S401,              1, AUTHENTICATION, 401, false, false, Your App ID and API Key do not authenticate.
            S403,              1, AUTHENTICATION, 403, false, false, Not Authorized
            S404,              1, NOT_FOUND,      404, false, false, Object not found
            S409,              1, OTHER,          409, false, false, Conflict
            S302,              1, OTHER,          302, false, false, Moved
            CODE_1,            1, OTHER,          200, false, false, No.
            BROKEN_JSON,       1, OTHER,          200, false, false, '{"code":0,"da'
            TOO_LARGE,         1, CONNECTION,       0, false, false, The reply is longer than 9 bytes; ask for fewer records (pageSize) or fields (listFields)
            THROWS,            1, CONNECTION,       0, false, false, odd
            BREAKS,            1, CONNECTION,       0, false, false, odd
            NOTHING,           1, CONNECTION,       0, false, false, nothing was answered
            UNSENDABLE,        1, VALIDATION,       0, false, false, 'its URL, its method or one of its headers is not what HTTP allows'
            """)
    void whatMayBeRepeatedIsRepeatedWhereThatCanHelp(Fault fault, int requests, Kind kind, int status,
            boolean retryable, boolean unknown, String text) {
        assertAll(REPEATABLE.entrySet().stream().map(rule -> () ->
                check(fault, rule, requests, kind, status, retryable, unknown, text)));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # fault, requests, kind, status, retryable, unknown, text
            REFUSED,           4, CONNECTION,       0, true,  false, refused
            REFUSED_WRAPPED,   4, CONNECTION,       0, true,  false, refused
            CONNECT_TIMEOUT,   4, CONNECTION,       0, true,  false, no route
            UNTRUSTED,         1, CONNECTION,       0, false, false, bad certificate
            TIMEOUT,           1, CONNECTION,       0, false, true,  -
            LOST,              1, CONNECTION,       0, false, true,  reset
            LOST_SILENTLY,     1, CONNECTION,       0, false, true,  -
            S500,              1, OTHER,          500, false, true,  Internal error
            S503,              1, OTHER,          503, false, true,  -
            S429,              6, RATE_LIMITED,   429, true,  false, Rate limit exceeded
            S400,              1, VALIDATION,     400, false, false, Missing id
            S422,              1, VALIDATION,     422, false, false, Invalid e-mail
            S401,              1, AUTHENTICATION, 401, false, false, Your App ID and API Key do not authenticate.
            S403,              1, AUTHENTICATION, 403, false, false, Not Authorized
            S404,              1, NOT_FOUND,      404, false, false, Object not found
            S409,              1, OTHER,          409, false, false, Conflict
            S302,              1, OTHER,          302, false, false, Moved
            CODE_1,            1, OTHER,          200, false, true,  No.
            BROKEN_JSON,       1, OTHER,          200, false, true,  '{"code":0,"da'
            TOO_LARGE,         1, CONNECTION,       0, false, true,  The reply is longer than 9 bytes; ask for fewer records (pageSize) or fields (listFields)
            THROWS,            1, CONNECTION,       0, false, true,  odd
            BREAKS,            1, CONNECTION,       0, false, true,  odd
            NOTHING,           1, CONNECTION,       0, false, true,  nothing was answered
            UNSENDABLE,        1, VALIDATION,       0, false, false, 'its URL, its method or one of its headers is not what HTTP allows'
            """)
    void whatMustNotBeRepeatedIsSentOnceUnlessItCannotHaveBeenExecuted(Fault fault, int requests, Kind kind,
            int status, boolean retryable, boolean unknown, String text) {
        assertAll(UNREPEATABLE.entrySet().stream().map(rule -> () ->
                check(fault, rule, requests, kind, status, retryable, unknown, text)));
    }

    private static void check(Fault fault, Map.Entry<String, RepeatRule> rule, int requests, Kind kind, int status,
            boolean retryable, boolean unknown, String text) {
        ScriptedTransport transport = new ScriptedTransport(fault.line);
        ClientFixture fixture = new ClientFixture(transport);
        CompletableFuture<ApiReply> call = fixture.call(ClientFixture.post(rule.getValue()));
        fixture.timing.advance(Duration.ofMinutes(10));
        ApiException failure = failure(call);
        assertThat(transport.calls()).as("requests, %s", rule.getKey()).hasSize(requests);
        assertThat(failure.attempts()).as("attempts, %s", rule.getKey()).isEqualTo(requests);
        assertThat(failure.kind()).as("kind, %s", rule.getKey()).isEqualTo(kind);
        assertThat(failure.status()).as("status, %s", rule.getKey()).isEqualTo(status);
        assertThat(failure.retryable()).as("retryable, %s", rule.getKey()).isEqualTo(retryable);
        assertThat(failure.outcomeUnknown()).as("outcome unknown, %s", rule.getKey()).isEqualTo(unknown);
        assertThat(failure.text()).as("text, %s", rule.getKey()).isEqualTo(text);
        assertThat(failure.getMessage()).startsWith("POST /objects ");
        assertThat(failure.getMessage().contains("outcome is unknown")).isEqualTo(unknown);
    }
}
