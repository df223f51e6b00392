package io.github.camelontraport.api;

import static io.github.camelontraport.api.ClientFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.http.ScriptedTransport;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a call that meets the same fault over and over, for each rule about sending it again. */
class RetryDecisionTest {

    private static final Map<String, RetryRule> REPEATABLE = Map.of(
            "ALWAYS", RetryRule.ALWAYS,
            "UNTIL_GONE", RetryRule.UNTIL_GONE,
            "asked lazily, says yes", () -> CompletableFuture.supplyAsync(() -> true, Runnable::run));

    private static final Map<String, RetryRule> UNREPEATABLE = Map.of(
            "NEVER", RetryRule.NEVER,
            "asked lazily, says no", () -> CompletableFuture.completedFuture(false),
            "asked lazily, fails", () -> CompletableFuture.failedFuture(new IllegalStateException("no metadata")),
            "asked lazily, says nothing", () -> CompletableFuture.completedFuture(null),
            "asked lazily, has no stage", () -> null,
            "asked lazily, throws",
                    () -> {
                        throw new IllegalStateException("no metadata");
                    });

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            # fault, kind, status, where twice is once: requests and retryable, elsewhere: requests, retryable, unknown, what was said
            REFUSED,          CONNECTION,       0,  4, true,   4, true,  false, refused
            REFUSED_WRAPPED,  CONNECTION,       0,  4, true,   4, true,  false, refused
            CONNECT_TIMEOUT,  CONNECTION,       0,  4, true,   4, true,  false, no route
            UNTRUSTED,        CONNECTION,       0,  1, false,  1, false, false, bad certificate
            TIMEOUT,          CONNECTION,       0,  4, true,   1, false, true,  -
            LOST,             CONNECTION,       0,  4, true,   1, false, true,  reset
            LOST_SILENTLY,    CONNECTION,       0,  4, true,   1, false, true,  -
            S500,             OTHER,          500,  4, true,   1, false, true,  Internal error
            S503,             OTHER,          503,  4, true,   1, false, true,  -
            S429,             RATE_LIMITED,   429,  6, true,   6, true,  false, Rate limit exceeded
            S400,             VALIDATION,     400,  1, false,  1, false, false, Missing id
            S422,             VALIDATION,     422,  1, false,  1, false, false, Invalid e-mail
            S401,             AUTHENTICATION, 401,  1, false,  1, false, false, Your App ID and API Key do not authenticate.
            S403,             AUTHENTICATION, 403,  1, false,  1, false, false, Not Authorized
            S404,             NOT_FOUND,      404,  1, false,  1, false, false, Object not found
            S409,             OTHER,          409,  1, false,  1, false, false, Conflict
            S302,             OTHER,          302,  1, false,  1, false, false, Moved
            CODE_1,           OTHER,          200,  1, false,  1, false, true,  No.
            CUT_IN_NAME,      CONNECTION,     200,  4, true,   1, false, true,  '{"code":0,"da'
            CUT_AT_BRACE,     CONNECTION,     200,  4, true,   1, false, true,  '{"code":0,"data":{"id":"1"}'
            BROKEN_JSON,      OTHER,          200,  1, false,  1, false, true,  '{"code":0,,"data":[]}'
            HTML,             OTHER,          200,  1, false,  1, false, true,  <html>
            TOO_LARGE,        CONNECTION,       0,  1, false,  1, false, true,  The reply is longer than 9 bytes; ask for fewer records (pageSize) or fields (listFields)
            THROWS,           CONNECTION,       0,  1, false,  1, false, true,  odd
            BREAKS,           CONNECTION,       0,  1, false,  1, false, true,  odd
            NOTHING,          CONNECTION,       0,  1, false,  1, false, true,  nothing was answered
            UNSENDABLE,       VALIDATION,       0,  1, false,  1, false, false, 'its URL, its method or one of its headers is not what HTTP allows'
            """)
    void isRepeatedWhereThatCanHelpAndTwiceIsOnceAndOtherwiseSaysThatTheOutcomeIsUnknown(
            ScriptedFault fault,
            Kind kind,
            int status,
            int requests,
            boolean retryable,
            int requestsElsewhere,
            boolean retryableElsewhere,
            boolean unknown,
            String words) {
        assertAll(Stream.concat(
                REPEATABLE.entrySet().stream()
                        .<Executable>map(
                                rule -> () -> check(fault, rule, requests, kind, status, retryable, false, words)),
                UNREPEATABLE.entrySet().stream()
                        .map(rule -> () -> check(
                                fault, rule, requestsElsewhere, kind, status, retryableElsewhere, unknown, words))));
    }

    private static void check(
            ScriptedFault fault,
            Map.Entry<String, RetryRule> rule,
            int requests,
            Kind kind,
            int status,
            boolean retryable,
            boolean unknown,
            String words) {
        ScriptedTransport transport = new ScriptedTransport(fault.line);
        ClientFixture fixture = new ClientFixture(transport);
        CompletableFuture<ApiReply> call = fixture.call(ClientFixture.post(rule.getValue()));
        fixture.timeSource.advance(Duration.ofMinutes(10));
        ApiException failure = failure(call);
        assertThat(transport.calls()).as("requests, %s", rule.getKey()).hasSize(requests);
        assertThat(failure.attempts()).as("attempts, %s", rule.getKey()).isEqualTo(requests);
        assertThat(failure.kind()).as("kind, %s", rule.getKey()).isEqualTo(kind);
        assertThat(failure.status()).as("status, %s", rule.getKey()).isEqualTo(status);
        assertThat(failure.retryable()).as("retryable, %s", rule.getKey()).isEqualTo(retryable);
        assertThat(failure.outcomeUnknown())
                .as("outcome unknown, %s", rule.getKey())
                .isEqualTo(unknown);
        // Without a status the API said nothing.
        assertThat(failure.text()).as("text, %s", rule.getKey()).isEqualTo(status == 0 ? null : words);
        assertThat(failure.getMessage()).startsWith("POST /objects ").contains(words == null ? "" : ": " + words);
        assertThat(failure.getMessage().contains("outcome is unknown")).isEqualTo(unknown);
    }
}
