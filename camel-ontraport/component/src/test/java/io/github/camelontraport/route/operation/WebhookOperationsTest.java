package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.OntraportNotFoundException;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.api.PercentEncoding;
import io.github.camelontraport.support.SandboxTestSupport;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operations subscribeWebhook and unsubscribeWebhook, and where subscriptions are read. */
class WebhookOperationsTest extends SandboxTestSupport {

    private static final String SUBSCRIBE = "ontraport:webhooks?operation=subscribeWebhook";
    private static final String UNSUBSCRIBE = "ontraport:webhooks?operation=unsubscribeWebhook";
    private static final int WEBHOOKS = 145;
    private static final String URL = "https://hooks.example/op?s=4c1&t=ü";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "format":"lightweight"                      | {"format":"lightweight"}
            "data":{"format":"notify"}                  | {"format":"notify"}
            "data":"{\\"format\\": \\"notify\\"}"       | {"format":"notify"}
            "format":"full"                             |
            "data":""                                   |
            "data":null,"format":null                   |
            """)
    void subscribesWithAForm(String format, String data) {
        Exchange subscribed =
                send(SUBSCRIBE, "{\"url\":\"" + URL + "\",\"event\":\"object_create(0)\"," + format + "}");

        assertThat(subscribed.getException()).isNull();
        assertThat(record(subscribed)).containsEntry("id", 1L).containsEntry("event", "object_create(0)");
        assertThat(subscribed.getMessage().getHeaders())
                .containsEntry(OntraportConstants.OBJECT_ID, "1")
                .containsEntry(OntraportConstants.OBJECT_TYPE, "webhooks");
        assertThat(sandbox().requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("POST /Webhook/subscribe");
            assertThat(request.contentType()).startsWith("application/x-www-form-urlencoded");
            Map<String, String> form = PercentEncoding.decode(request.body());
            assertThat(form)
                    .containsEntry("url", URL)
                    .containsEntry("event", "object_create(0)")
                    .hasSize(data == null ? 2 : 3);
            assertThat(form.get("data")).isEqualTo(data);
        });
        assertThat(records(send("ontraport:webhooks?operation=search")))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("url", URL).containsEntry("id", "1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                                                                       | needs a body such as
            {"event":"sub_tag(6)"}                                     | needs url
            {"url":"https://a.example"}                                | needs event
            {"url":"a.example","event":"sub_tag(6)"}                   | url is not an absolute
            {"url":"mailto:me@a.example","event":"sub_tag(6)"}         | url is not an absolute
            {"url":"https://a example","event":"sub_tag(6)"}           | url is not an absolute
            {"url":"https://a.example","event":"sub_tags(6)"}          | event 'sub_tags(6)' is not one of
            {"url":"https://a.example","event":"sub_tags(6)"}          | Did you mean 'sub_tag'?
            {"url":"https://a.example","event":"sub_tag"}              | event 'sub_tag' lacks the id that it is about, in brackets: sub_tag(6)
            {"url":"https://a.example","event":"object_create"}        | in brackets: object_create(6)
            {"url":"https://a.example","event":"sub_tag(6)","format":"x"} | subscribeWebhook of webhooks failed: The subscription: format
            {"url":"https:///hook","event":"sub_tag(6)"}               | url is not an absolute
            {"url":"https://a.example","event":"sub_tag(VIP)"}         | with an id behind it
            {"url":"https://a.example","event":"object_update(0)"}     | is not one of [object_create
            {"url":"https://a.example","event":"sub_tag(6)","format":"all"} | format 'all' is not one of [full, lightweight, notify]
            {"url":"https://a.example","event":"sub_tag(6)","format":"full","data":{"format":"full"}} | only one of format and data
            {"url":"https://a.example","event":"sub_tag(6)","data":{"fromat":"notify"}} | Did you mean 'format'?
            {"url":"https://a.example","event":"sub_tag(6)","data":["notify"]} | data is such as
            {"url":"https://a.example","event":"sub_tag(6)","evnt":1}  | 'evnt' is not known. Did you mean 'event'?
            """)
    void whatIsWrongIsFoundBeforeSending(String body, String words) {
        Exchange refused = send(SUBSCRIBE, body);

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(words);
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void aUrlThatIsRefusedIsNotShown() {
        assertThat(send(SUBSCRIBE, Map.of("url", "hooks.example?token=s3cret", "event", "sub_tag(6)"))
                        .getException())
                .hasStackTraceContaining("url is not an absolute")
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("s3cret"));
    }

    @Test
    void subscribingIsNotRepeated() {
        Map<String, String> body = Map.of("url", URL, "event", "sub_tag(6)");
        sandbox().faults().dropConnectionAfterCommit();
        assertUnknown(send(SUBSCRIBE, body), 1);
        sandbox().faults().status(500, "Oops");
        assertUnknown(send(SUBSCRIBE, body), 2);
        sandbox().faults().json(200, "{\"code\":0,\"data\":[]}");
        assertUnknown(send(SUBSCRIBE, body), 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recordId", "body", "map"})
    void unsubscribesById(String from) {
        long id = sandbox().create(WEBHOOKS, Map.of("url", URL, "event", "sub_tag(6)"));
        Object body = from.equals("map") ? Map.of("id", id) : from.equals("body") ? Long.toString(id) : "anything";

        Exchange ended = send(from.equals("recordId") ? UNSUBSCRIBE + "&recordId=" + id : UNSUBSCRIBE, body);

        assertThat(ended.getException()).isNull();
        assertThat(ended.getMessage().getBody()).isEqualTo(body);
        assertThat(ended.getMessage().getHeaders())
                .containsEntry(OntraportConstants.ACKNOWLEDGEMENT, "Deleted")
                .containsEntry(OntraportConstants.OBJECT_ID, Long.toString(id));
        assertThat(sandbox().records(WEBHOOKS)).isEmpty();
        assertThat(sandbox().requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("DELETE /Webhook/unsubscribe");
            assertThat(request.query()).isEqualTo(Map.of("id", Long.toString(id)));
            assertThat(request.body()).isEmpty();
        });
    }

    @Test
    void unsubscribingIsRepeatedAndWhatIsGoneIsDone() {
        sandbox().create(WEBHOOKS, Map.of("url", URL, "event", "sub_tag(6)"));
        sandbox().faults().dropConnectionAfterCommit();

        assertThat(send(UNSUBSCRIBE, 1).getMessage().getHeaders())
                .containsEntry(OntraportConstants.REQUESTS, 2)
                .doesNotContainKey(OntraportConstants.ACKNOWLEDGEMENT);
        assertThat(send(UNSUBSCRIBE, 1).getException()).isInstanceOf(OntraportNotFoundException.class);
        assertThat(send(UNSUBSCRIBE).getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("Operation unsubscribeWebhook needs recordId, or an id in the body");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            get&recordId=1                          | /Webhook          | hooks.example
            get&recordId=1&listFields=url           | /Webhooks         | hooks.example
            search                                  | /Webhooks         | hooks.example
            search&ids=1                            | /Webhooks         | hooks.example
            search&condition=last_code = 0&sort=url | /Webhooks         | hooks.example
            count                                   | /Webhooks/getInfo | 1
            describe                                | /Webhooks/meta    | last_hook
            """)
    void subscriptionsAreReadAtTheirOwnPathsWhichNameTheType(String operation, String path, String found) {
        sandbox().create(WEBHOOKS, Map.of("url", URL, "event", "sub_tag(6)", "last_code", "0"));

        Exchange read = send("ontraport:webhooks?operation=" + operation);

        assertThat(read.getException()).isNull();
        assertThat(read.getMessage().getBody().toString()).contains(found);
        assertThat(sandbox().requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("GET " + path);
            assertThat(request.query()).doesNotContainKey("objectID");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://my_host.example/hook?token=x", "https://müller.example/hook", "http://[::1]:8080/"})
    void hostsOfTheWebThatJavaHasNoNameForAreTaken(String url) {
        assertThat(send(SUBSCRIBE, Map.of("url", url, "event", "sub_tag(6)")).getException())
                .isNull();

        assertThat(PercentEncoding.decode(sandbox().requests().get(0).body())).containsEntry("url", url);
    }

    private static void assertUnknown(Exchange failed, int requests) {
        assertThat(failed.getException())
                .isInstanceOfSatisfying(OntraportException.class, failure -> assertThat(failure.isOutcomeUnknown())
                        .isTrue());
        assertThat(sandbox().requestCount()).isEqualTo(requests);
    }
}
