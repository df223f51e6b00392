package io.github.camelontraport.route.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.LoggingExceptionHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to webhook requests, and the exchanges that the route gets. */
class WebhookDeliveryTest extends WebhookTestSupport {

    private static final String FORM_BODY = "webhook_id=6&object_type_id=0&event%5Btype%5D=object_create"
            + "&event%5Bobject_type_id%5D=0&data%5Bid%5D=212&data%5Bfirstname%5D=N%C3%B6ra&timestamp=1762506100";

    private String withToken() {
        return url() + "?token=" + TOKEN;
    }

    private void listenForCreated(String options) throws Exception {
        listen(uri("contacts?event=created&webhookAutoRegister=false&webhookVerifyToken=" + TOKEN + options));
    }

    @Test
    void theExchangeIsLikeThatOfAPoll() throws Exception {
        listenForCreated("");

        assertThat(status(withToken(), JSON, created(8))).isEqualTo(200);

        Exchange exchange = got.get(0);
        assertThat(record(exchange)).isEqualTo(Map.of("id", "8", "firstname", "Nora"));
        assertThat(exchange.getPattern()).isEqualTo(ExchangePattern.InOnly);
        assertThat(exchange.getMessage().getHeaders())
                .containsOnlyKeys(
                        OntraportConstants.OBJECT_TYPE,
                        OntraportConstants.OBJECT_ID,
                        OntraportConstants.EVENT,
                        OntraportConstants.EVENT_TIME,
                        OntraportConstants.DELIVERY_KEY,
                        OntraportConstants.WEBHOOK_ID);
        assertThat(header(exchange, OntraportConstants.OBJECT_TYPE, String.class))
                .isEqualTo("contacts");
        assertThat(header(exchange, OntraportConstants.OBJECT_ID, String.class)).isEqualTo("8");
        assertThat(header(exchange, OntraportConstants.EVENT, String.class)).isEqualTo("created");
        assertThat(header(exchange, OntraportConstants.WEBHOOK_ID, String.class))
                .isEqualTo("2");
        assertThat(exchange.getMessage().getHeader(OntraportConstants.EVENT_TIME))
                .isEqualTo(Instant.ofEpochSecond(1760000000));
        assertThat(exchange.getProperties().toString()).doesNotContain(TOKEN);
    }

    @Test
    void formAndJsonGiveTheSameRecordAndKey() throws Exception {
        listenForCreated("");

        assertThat(status(withToken(), FORM, FORM_BODY)).isEqualTo(200);
        assertThat(
                        status(
                                withToken(),
                                JSON,
                                """
                {"timestamp": 1762506100, "webhook_id": 7, "event": {"object_type_id": 0, "type": "object_create"},
                 "data": {"firstname": "Nöra", "id": 212, "city": null}, "object_type_id": 0}"""))
                .isEqualTo(200);

        assertThat(record(got.get(0))).isEqualTo(Map.of("id", "212", "firstname", "Nöra"));
        assertThat(got)
                .extracting(exchange -> header(exchange, OntraportConstants.DELIVERY_KEY, String.class))
                .as("keys, which do not depend on encoding or subscription")
                .containsOnly(header(got.get(0), OntraportConstants.DELIVERY_KEY, String.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16", "\"utf-8\""})
    void readsTheCharsetOfTheContentType(String charset) throws Exception {
        listenForCreated("");
        byte[] body = created(8).replace("Nora", "Nöra").getBytes(charset.replace("\"", ""));

        assertThat(post(withToken(), JSON + "; charset=" + charset, body).statusCode())
                .isEqualTo(200);

        assertThat(record(got.get(0))).containsEntry("firstname", "Nöra");
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "",
                "?token=",
                "?token=wr0ng-of-a-test_0123",
                "?token=" + TOKEN + "x",
                "?Token=" + TOKEN,
                "?token=" + TOKEN + "&token=" + TOKEN,
                "?x=" + TOKEN
            })
    void rejectsAMissingOrWrongToken(String query) throws Exception {
        listenForCreated("");

        assertThat(status(url() + query, JSON, created(8))).isEqualTo(403);
        assertThat(status(url() + query, FORM, FORM_BODY + "&token=" + TOKEN)).isEqualTo(403);

        assertThat(got).isEmpty();
    }

    @Test
    void acceptsAnEncodedTokenBesidesOtherParameters() throws Exception {
        listenForCreated("");

        assertThat(status(url() + "?a=b&token=" + TOKEN.replace("_", "%5F"), FORM, FORM_BODY))
                .isEqualTo(200);

        assertThat(got).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            400 | application/json | `{"event": {"type": "object_create"}`
            400 | application/json | []
            400 | application/json | 12
            400 | application/json | ``
            400 | application/json | {}
            400 | application/json | `{"event": {"type": "object_create"}, "data": {}}`
            400 | application/json | `{"event": {"type": "object_create"}, "data": {"id": "x"}}`
            400 | application/json | `{"event": {"type": "object_create"}, "data": {"id": "0"}}`
            400 | application/json | `{"event": {"type": "object_create"}, "data": {"id": 1e999999999}}`
            400 | application/json | `{"event": {"type": "object_create"}, "data": [{"id": "8"}]}`
            400 | application/json | `{"event": {}, "data": {"id": "8"}}`
            400 | application/json | `{"event": {"type": "object_create"}, "data": {"id": "8"}, "timestamp": "today"}`
            400 | application/json | `{"event": {"type": "object_create"}, "data": {"id": "8", "id": "9"}}`
            400 | application/json | `{"event": {"type": "object_create"}, "object_type_id": "2147483648", "data": {"id": "8"}}`
            400 | application/x-www-form-urlencoded | `data[id]=8`
            400 | application/x-www-form-urlencoded | `event[type]=object_create&data[id`
            400 | application/x-www-form-urlencoded | `event[type]=object_create&data=8&data[id]=8`
            415 | text/plain       | `{"event": {"type": "object_create"}, "data": {"id": "8"}}`
            415 | application/xml  | <x/>
            415 | application/json; charset=none | {}
            415 | application/json; charset=x-JISAutoDetect | {}
            413 | application/json | LARGE
            413 | application/x-www-form-urlencoded | LARGE
            """)
    void rejectsRequestsThatAreNoDelivery(int status, String contentType, String body) throws Exception {
        listenForCreated("&webhookMaxBodySize=1000");

        String sent = body.equals("LARGE") ? "a=" + "x".repeat(1000) : body;
        HttpResponse<String> reply = post(withToken(), contentType, sent.getBytes(StandardCharsets.UTF_8));

        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.body()).isEmpty();
        assertThat(got).isEmpty();
    }

    @Test
    void rejectsMalformedText() throws Exception {
        listenForCreated("");

        assertThat(post(withToken(), JSON, new byte[] {'{', '"', (byte) 0xff, '"', '}'})
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            object_create(0) | 150
            sub_tag(4)       | 0
            from_the_future  | 0
            object_create2   | 0
            object_create(1) | 0
            """)
    void ignoresOtherEvents(String event, int type) throws Exception {
        listenForCreated("");

        assertThat(status(
                        withToken(),
                        JSON,
                        "{\"event\": \"" + event + "\", \"object_type_id\": " + type + ", \"data\": {\"id\": \"8\"}}"))
                .isEqualTo(200);

        assertThat(got).isEmpty();
    }

    @Test
    void ignoresUnknownEventsWithoutARecordId() throws Exception {
        listenForCreated("");

        assertThat(status(withToken(), JSON, "{\"event\": \"from_the_future\", \"data\": {\"name\": \"x\"}}"))
                .isEqualTo(200);

        assertThat(got).isEmpty();
    }

    @Test
    void ignoresAdditionalFields() throws Exception {
        listenForCreated("");

        assertThat(status(withToken(), JSON, created(8).replaceFirst("\\{", "{\"new\": [{\"a\": 1}], ")))
                .isEqualTo(200);
        assertThat(status(withToken(), FORM, FORM_BODY + "&new[a][]=1&new[a][]=2&other"))
                .isEqualTo(200);

        assertThat(got).hasSize(2);
    }

    @Test
    void readsARecordThatHasOnlyItsId() throws Exception {
        long nora = sandbox().create(CONTACTS, Map.of("firstname", "Nora", "city", "Bend"));
        listenForCreated("");
        int before = sandbox().requestCount();

        assertThat(status(withToken(), JSON, created(nora).replace(", \"firstname\": \"Nora\"", "")))
                .isEqualTo(200);
        assertThat(status(withToken(), JSON, created(999).replace(", \"firstname\": \"Nora\"", "")))
                .isEqualTo(200);

        assertThat(record(got.get(0))).containsEntry("city", "Bend");
        assertThat(got.get(1).getMessage().getBody())
                .as("body of a record that does not exist")
                .isNull();
        assertThat(sandbox().requestCount() - before).isEqualTo(2);
    }

    @Test
    void aFormatWithFewerFieldsReadsNothing() throws Exception {
        listenForCreated("&webhookFormat=notify");
        int before = sandbox().requestCount();

        assertThat(status(withToken(), JSON, created(8).replace(", \"firstname\": \"Nora\"", "")))
                .isEqualTo(200);

        assertThat(record(got.get(0))).isEqualTo(Map.of("id", "8"));
        assertThat(sandbox().requestCount()).isEqualTo(before);
    }

    @Test
    void aRecordThatCannotBeReadIsAnsweredWith503() throws Exception {
        listenForCreated("&maxRetries=0");
        sandbox().faults().status(500, "away");

        assertThat(status(withToken(), JSON, created(8).replace(", \"firstname\": \"Nora\"", "")))
                .isEqualTo(503);

        assertThat(got).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFailedRouteIsAnsweredWith500(boolean rollback) throws Exception {
        listen("listen", uri("contacts?event=created&webhookVerifyToken=" + TOKEN), route -> {
            if (rollback) {
                route.markRollbackOnly();
            } else {
                route.throwException(new IllegalStateException("secret-of-the-route"));
            }
        });

        HttpResponse<String> reply = post(withToken(), JSON, created(8).getBytes(StandardCharsets.UTF_8));

        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(reply.body()).isEmpty();
    }

    /** Camel lets an Error of a predicate escape from the route, past its error handler. */
    @ParameterizedTest
    @ValueSource(strings = {"filter", "nested", "process"})
    void anErrorInTheRouteIsAnsweredWith500AndEndsTheExchange(String place) throws Exception {
        List<String> completed = new CopyOnWriteArrayList<>();
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                onCompletion().onFailureOnly().process(exchange -> completed.add(exchange.getFromRouteId()));
                from("direct:nested")
                        .routeId("nested")
                        .filter(exchange -> fail())
                        .stop();
                var route = from(uri("contacts?event=created&webhookAutoRegister=false"))
                        .routeId("listen");
                switch (place) {
                    case "filter" -> route.filter(exchange -> fail()).stop();
                    case "nested" -> route.to("direct:nested");
                    default -> route.process(exchange -> fail());
                }
            }
        });

        assertThat(status(url(), JSON, created(8))).isEqualTo(500);

        await("end of the exchange").untilAsserted(() -> {
            assertThat(context.getInflightRepository().size()).isZero();
            assertThat(context.getInflightRepository().size("listen")).isZero();
            assertThat(context.getInflightRepository().size("nested")).isZero();
            assertThat(completed).isNotEmpty();
        });
    }

    private static boolean fail() {
        throw new NoClassDefFoundError("a class of the route");
    }

    @Test
    void theExceptionHandlerOptionIsHonoured() throws Exception {
        List<String> handled = new CopyOnWriteArrayList<>();
        context.getRegistry().bind("handler", new LoggingExceptionHandler(context, getClass()) {

            @Override
            public void handleException(String message, Exchange exchange, Throwable exception) {
                handled.add(message + ": " + exception.getMessage());
            }
        });
        listen(
                "listen",
                uri("contacts?event=created&webhookAutoRegister=false&exceptionHandler=#handler"),
                route -> route.throwException(new IllegalStateException("no")));

        assertThat(status(url(), JSON, created(8))).isEqualTo(500);

        assertThat(handled)
                .containsExactly(
                        "Error processing exchange; the delivery is answered with 500, so that it can come again: no");
    }

    /** The HTTP server decodes forms; the size on the wire counts. */
    @Test
    void theSizeOfAFormCountsAsItIsSent() throws Exception {
        listenForCreated("&webhookMaxBodySize=1000");

        assertThat(status(withToken(), FORM, FORM_BODY + "&data[city]=" + "%C3%B6".repeat(100)))
                .isEqualTo(200);
        assertThat(status(withToken(), FORM, FORM_BODY + "&data[city]=" + "%C3%B6".repeat(200)))
                .isEqualTo(413);
    }

    @Test
    void jsonIsRecognisedWithoutAContentType() throws Exception {
        listenForCreated("");

        for (String start : List.of("", "\uFEFF", " \r\n\t")) {
            assertThat(post(withToken(), (String) null, (start + created(8)).getBytes(StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(post(withToken(), (String) null, FORM_BODY.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
        assertThat(got).hasSize(4);
    }

    @Test
    void theAnswerWaitsForTheRouteAndShowsNothingOfIt() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        listen(
                "listen",
                uri("contacts?event=created&webhookVerifyToken=" + TOKEN),
                route -> route.process(exchange -> {
                    arrived.countDown();
                    finish.await();
                    exchange.getMessage().setHeader("X-Of-The-Route", "x");
                    exchange.getMessage().setBody("body of the route");
                }));
        CompletableFuture<HttpResponse<String>> reply = CompletableFuture.supplyAsync(
                () -> post(withToken(), JSON, created(8).getBytes(StandardCharsets.UTF_8)));

        arrived.await();
        assertThat(reply).isNotDone();
        finish.countDown();

        assertThat(reply.get().statusCode()).isEqualTo(200);
        assertThat(reply.get().body()).isEmpty();
        assertThat(reply.get().headers().map().keySet()).doesNotContain("x-of-the-route");
    }

    @Test
    void aHandledFailureIsASuccess() throws Exception {
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                from(uri("contacts?event=created&webhookVerifyToken=" + TOKEN))
                        .onException(Exception.class)
                        .handled(true)
                        .end()
                        .throwException(new IllegalStateException("no"));
            }
        });

        assertThat(status(withToken(), JSON, created(8))).isEqualTo(200);
    }

    @Test
    void theSubjectIsInAHeader() throws Exception {
        listen("tag", uri("contacts?event=untagged&tagId=4"), route -> {});
        assertThat(status(
                        url(),
                        JSON,
                        "{\"event\": {\"type\": \"unsub_tag\", \"tag_id\": \"4\"}, \"data\": {\"id\": 8, \"a\": 1}}"))
                .isEqualTo(200);
        assertThat(status(
                        url(),
                        JSON,
                        "{\"event\": {\"type\": \"unsub_tag\", \"tag_id\": \"5\"}, \"data\": {\"id\": 8, \"a\": 1}}"))
                .isEqualTo(200);

        assertThat(got).hasSize(1);
        assertThat(header(got.get(0), OntraportConstants.TAG_ID, String.class)).isEqualTo("4");
        assertThat(List.of(OntraportConstants.FORM_ID, OntraportConstants.EVENT_TIME))
                .noneMatch(got.get(0).getMessage().getHeaders()::containsKey);
    }
}
