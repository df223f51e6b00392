package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConnectionException;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.support.SandboxTestSupport;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HttpResponseAware;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies as odd as the API's, seen through the URI. */
class ReplyShapesTest extends SandboxTestSupport {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            400 | Missing parameter                            | OntraportValidationException
            401 | Your App ID and API Key do not authenticate. | OntraportAuthenticationException
            403 | Not Authorized                               | OntraportAuthenticationException
            404 | Invalid path and/or method                   | OntraportNotFoundException
            422 | Invalid email address                        | OntraportValidationException
            418 | teapot                                       | OntraportException
            500 | <html>Oops</html>                            | OntraportException
            302 | moved                                        | OntraportException
            """)
    void plainTextErrorsKeepTheApisWords(int status, String text, String type) {
        sandbox().faults().status(status, text);

        Exchange failed = send("ontraport:contacts?operation=create", Map.of("firstname", "Ada"));

        assertThat(failed.getException().getClass().getSimpleName()).isEqualTo(type);
        assertThat(failed.getException()).hasMessageContaining(text).hasMessageContaining("create of contacts");
        assertThat(failed.getException()).isInstanceOfSatisfying(OntraportException.class, failure -> {
            assertThat(failure.getHttpResponseCode()).isEqualTo(status);
            assertThat(failure.getApiText()).isEqualTo(text);
            assertThat(failure.getOperation()).isEqualTo("create");
            assertThat(failure.getObjectType()).isEqualTo("contacts");
            assertThat(failure.getAttempts()).isEqualTo(1);
            assertThat(failure.isOutcomeUnknown()).isEqualTo(status == 500);
        });
        assertThat(failed.getException()).isInstanceOf(HttpResponseAware.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"code":1,"data":[],"account_id":1}             | code 1
            {"code":"17","message":"no way","account_id":1} | no way
            not json                                        | other than a JSON object
            [1,2]                                           | other than a JSON object
            {"code":0,"data":"a text"}                      | a value where records were expected
            {"code":0,"data":[1,2]}                         | no record
            """)
    void aSuccessThatCannotBeReadIsAnError(String body, String words) {
        sandbox().faults().json(200, body);

        Exchange failed = send("ontraport:contacts?operation=search");

        assertThat(failed.getException()).isInstanceOf(OntraportException.class).hasMessageContaining(words);
        assertThat(sandbox().requestCount()).isEqualTo(1);
    }

    @Test
    void aReplyThatIsCutShortIsReadAgain() {
        sandbox().create(CONTACTS, Map.of("firstname", "Ada"));
        sandbox().faults().json(200, "{\"code\":0,\"data\":[{\"id\":\"1\"}");

        Exchange read = send("ontraport:contacts?operation=search");

        assertThat(records(read)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("firstname", "Ada"));
        assertThat(read.getMessage().getHeaders()).containsEntry(OntraportConstants.REQUESTS, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"code":0,"data":[]}                            | 0
            {"code":0,"data":null}                          | 0
            {"code":0,"data":""}                            | 0
            {"code":0}                                      | 0
            {"code":0,"data":{}}                            | 0
            {"code":0,"data":{"id":5}}                      | 1
            {"code":"0","data":[{"id":"5"},{"id":6}],"x":1} | 2
            """)
    void aCollectionIsAListWhateverItsShape(String body, int records) {
        sandbox().faults().json(200, body);

        assertThat(records(send("ontraport:contacts?operation=search"))).hasSize(records);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"code":0,"data":[{"id":5,"a":[],"b":{},"c":1.50,"d":true,"e":null}]}
            {"code":0,"data":{"id":5,"a":[],"b":{},"c":1.50,"d":true,"e":null}}
            """)
    void aRecordIsAMapEvenOutOfAnArray(String body) {
        sandbox().faults().json(200, body);

        Exchange read = send("ontraport:landingPages?operation=get&recordId=5");

        assertThat(record(read))
                .containsOnlyKeys("id", "a", "b", "c", "d", "e")
                .containsEntry("id", 5L)
                .containsEntry("c", new BigDecimal("1.50"))
                .containsEntry("d", true)
                .containsEntry("a", List.of())
                .containsEntry("e", null);
        assertThat(read.getMessage().getHeader(OntraportConstants.OBJECT_ID)).isEqualTo("5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            create | {"code":0}
            create | {"code":0,"data":[]}
            create | {"code":0,"data":{}}
            create | {"code":0,"data":"weird"}
            create | {"code":0,"data":[{"id":1},{"id":2}]}
            upsert | {"code":0,"data":"weird"}
            """)
    void aSuccessThatCannotBeReadLeavesTheOutcomeUnknownWhereTwiceIsNotOnce(String operation, String reply) {
        sandbox().faults().json(200, reply);

        Exchange failed = send("ontraport:contacts?operation=" + operation, Map.of("firstname", "Ada"));

        assertThat(failed.getException()).isInstanceOfSatisfying(OntraportException.class, failure -> {
            assertThat(failure.isOutcomeUnknown()).isTrue();
            assertThat(failure.getAttempts()).isEqualTo(1);
        });
    }

    @Test
    void theOutcomeIsUnknownAlsoWhenTheRuleCannotBeAsked() {
        sandbox().faults().on("POST", "/objects/saveorupdate").json(200, "{\"code\":0,\"data\":\"odd\"}");
        sandbox().faults().on("GET", "/objects/meta").always().status(500, "Oops");

        Exchange failed = send("ontraport:deals?operation=upsert", Map.of("name", "Big one"));

        assertThat(failed.getException()).isInstanceOfSatisfying(OntraportException.class, failure -> {
            assertThat(failure.isOutcomeUnknown()).isTrue();
            assertThat(failure.getAttempts()).isEqualTo(1);
        });
    }

    @Test
    void aRecordThatWasNotAskedForIsAnError() {
        sandbox().faults().json(200, "{\"code\":0,\"data\":{\"id\":\"99\"}}");

        assertThat(send("ontraport:contacts?operation=get&recordId=1").getException())
                .isInstanceOf(OntraportException.class)
                .hasMessageContaining("record 99 instead of 1");
    }

    @Test
    void anAccountWithoutTypesIsAnErrorOnceAndReadAgain() {
        sandbox().faults().on("GET", "/objects/meta").json(200, "{\"code\":0}");

        assertThat(send("ontraport:Pets?operation=count").getException()).isInstanceOf(OntraportException.class);
        assertThat(send("ontraport:Pets?operation=count").getException()).hasMessageContaining("Unknown object type");
    }

    @Test
    void acknowledgementsOfEveryShapeAreSuccesses() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("{\"code\":0,\"data\":\"Deleted\"}", "Deleted");
        words.put("{\"code\":0,\"data\":1}", "1");
        words.put("{\"code\":0,\"data\":[]}", null);
        words.put("{\"code\":0,\"data\":\"\"}", "");
        words.put("{\"code\":0}", null);
        words.forEach((reply, word) -> {
            sandbox().faults().json(200, reply);
            Exchange done = send("ontraport:contacts?operation=deleteAll", List.of(1));
            assertThat(done.getException()).isNull();
            assertThat(done.getMessage().getHeader(OntraportConstants.ACKNOWLEDGEMENT))
                    .isEqualTo(word);
        });
    }

    @Test
    void aLostReplyIsRepeatedOnlyWhereThatIsSafe() {
        long id = sandbox().create(CONTACTS, Map.of("email", "a@example.com"));
        Map<String, Consumer<Exchange>> cases = Map.of(
                "update&recordId=" + id,
                done -> assertThat(done.getException()).isNull(),
                "upsert",
                done -> assertThat(done.getException()).isNull(),
                "create",
                failed -> assertThat(failed.getException())
                        .isInstanceOfSatisfying(OntraportConnectionException.class, failure -> {
                            assertThat(failure.isOutcomeUnknown()).isTrue();
                            assertThat(failure.getHttpResponseCode()).isZero();
                        }));
        cases.forEach((operation, expectation) -> {
            sandbox().faults().dropConnectionAfterCommit();
            expectation.accept(send("ontraport:contacts?operation=" + operation, Map.of("email", "a@example.com")));
        });
        assertThat(sandbox().records(CONTACTS)).hasSize(2);
    }

    @Test
    void aDeleteWhoseReplyWasLostIsDoneWhenTheRepeatFindsNothing() {
        long id = sandbox().create(CONTACTS, Map.of("city", "Bend"));
        sandbox().faults().dropConnectionAfterCommit();

        assertThat(send("ontraport:contacts?operation=delete", id).getException())
                .isNull();
        assertThat(sandbox().records(CONTACTS)).isEmpty();
    }

    @Test
    void an429IsRepeatedWhateverTheVerb() {
        sandbox().faults().rateLimited(1);

        Exchange created = send("ontraport:contacts?operation=create", Map.of("city", "Bend"));

        assertThat(created.getException()).isNull();
        assertThat(created.getMessage().getHeader(OntraportConstants.REQUESTS)).isEqualTo(2);
        assertThat(sandbox().records(CONTACTS)).hasSize(1);
    }

    @Test
    void aTimeoutSaysWhichOptionAndThatTheOutcomeIsUnknown() {
        sandbox().faults().delay(Duration.ofMinutes(10));

        Exchange failed = send("ontraport:contacts?operation=create&requestTimeout=50", Map.of("city", "Bend"));

        assertThat(failed.getException())
                .isInstanceOf(OntraportConnectionException.class)
                .hasMessageContaining("requestTimeout")
                .hasMessageContaining("outcome is unknown");
    }

    @Test
    void noConnectionIsRepeatedWhateverTheVerbAndSaysWhere() throws Exception {
        try (var port = new ServerSocket(0)) {
            String closed = "http://localhost:" + port.getLocalPort() + "/1";
            port.close();
            Exchange failed = send(
                    "ontraport:contacts?operation=create&baseUrl=" + closed + "&maxRetries=2", Map.of("city", "Bend"));

            assertThat(failed.getException())
                    .isInstanceOfSatisfying(OntraportConnectionException.class, failure -> {
                        assertThat(failure.getAttempts()).isEqualTo(3);
                        assertThat(failure.isOutcomeUnknown()).isFalse();
                        assertThat(failure.isRetryable()).isTrue();
                    })
                    .hasMessageContaining("localhost");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"search", "get&email=a@example.com", "count"})
    void aReplyThatCannotBeReadReportsItsRequests(String operation) {
        sandbox().faults().always().json(200, "{\"code\":0,\"data\":\"weird\"}");

        assertThat(send("ontraport:contacts?operation=" + operation).getException())
                .isInstanceOfSatisfying(OntraportException.class, failure -> {
                    assertThat(failure.getAttempts()).isEqualTo(1);
                    assertThat(failure.isOutcomeUnknown()).isFalse();
                });
    }
}
