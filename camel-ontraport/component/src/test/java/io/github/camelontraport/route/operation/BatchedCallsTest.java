package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.sandbox.SandboxRequest;
import io.github.camelontraport.support.AsyncExchange;
import io.github.camelontraport.support.SandboxTestSupport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.engine.DefaultShutdownStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Exchanges that come concurrently share calls. No batch waits here until its time is over: it is full, or something else
 * sends it.
 */
class BatchedCallsTest extends SandboxTestSupport {

    private static final String NEVER = "&batchDelay=1h";
    private static final String TAG = "ontraport:contacts?operation=tag&tags=VIP" + NEVER;
    private static final String GET = "ontraport:contacts?operation=get" + NEVER;
    private static final String ANY = "ontraport:contacts?batchDelay=1h&tags=VIP";

    @Override
    public void configure(OntraportComponent component) {
        component.getConfiguration().setMaxRetries(0);
    }

    /** What a route does before; nothing, unless a test holds it up. */
    private volatile Processor before = exchange -> {};

    private final Processor held = exchange -> before.process(exchange);

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:tag").split(body()).parallelProcessing().to(TAG);
                from("direct:tagOne").to(TAG);
                from("direct:stopped").routeId("stopped").process(held).toD(TAG + "&batchSize=3");
            }
        };
    }

    @Test
    void tagsAThousandContactsThatComeOneByOneWithFiveRequests() {
        List<Long> contacts = contacts(1000);

        Exchange done =
                template.request("direct:tag", exchange -> exchange.getMessage().setBody(contacts));

        assertThat(done.getException()).isNull();
        assertThat(sandbox().requests())
                .hasSize(5)
                .extracting(SandboxRequest::path)
                .containsOnly("/objects/tagByName");
        assertThat(tagged()).containsExactlyInAnyOrderElementsOf(contacts);
    }

    @Test
    void readsAThousandContactsThatAreAskedForOneByOneWithTwentyRequests() {
        List<Long> contacts = contacts(1000);

        List<Exchange> read = all(contacts.stream().map(id -> ask(GET, id)).toList());

        assertThat(sandbox().requests())
                .hasSize(20)
                .extracting(SandboxRequest::path)
                .containsOnly("/objects");
        assertThat(read)
                .extracting(exchange -> Long.valueOf(record(exchange).get("id").toString()))
                .containsExactlyElementsOf(contacts);
        assertThat(read).allSatisfy(exchange -> assertThat(exchange.getMessage().getHeaders())
                .containsEntry(OntraportConstants.OBJECT_ID, record(exchange).get("id"))
                .containsEntry(OntraportConstants.OBJECT_TYPE, "contacts")
                .containsEntry(OntraportConstants.REQUESTS, 1)
                .containsEntry(OntraportConstants.HTTP_STATUS, 200));
    }

    @Test
    void eachExchangeIsAnsweredAsByItself() {
        contacts(2);
        Exchange alone = send("ontraport:contacts?operation=get", 2);
        Exchange missing = send("ontraport:contacts?operation=get", 99);

        List<Exchange> joined = all(
                Stream.of(1, 2, 2, 99).map(id -> ask(GET + "&batchSize=3", id)).toList());

        assertThat(sandbox().requests().subList(2, sandbox().requestCount()))
                .singleElement()
                .satisfies(request -> assertThat(request.query()).containsEntry("ids", "1,2,99"));
        assertThat(joined).hasSize(4).allSatisfy(exchange -> assertThat(exchange.getException())
                .isNull());
        assertThat(joined.get(3).getMessage().getBody())
                .isEqualTo(missing.getMessage().getBody())
                .isNull();
        assertThat(joined.get(3).getMessage().getHeaders()).doesNotContainKey(OntraportConstants.OBJECT_ID);
        assertThat(record(joined.get(2))).isEqualTo(record(alone));
    }

    @Test
    void exchangesWithTheSameRecordDoNotShareTheirBody() {
        contacts(2);

        List<Exchange> joined =
                all(Stream.of(1, 1, 2).map(id -> ask(GET + "&batchSize=2", id)).toList());
        record(joined.get(0)).put("id", "changed");

        assertThat(record(joined.get(1))).containsEntry("id", "1");
    }

    @Test
    void fieldsAndRelatedOnesComeAlong() {
        contacts(2);

        List<Exchange> joined = all(LongStream.of(1, 2)
                .mapToObj(id -> ask(GET + "&batchSize=2&listFields=firstname&externs=owner//firstname", id))
                .toList());

        assertThat(sandbox().requests()).singleElement().satisfies(request -> assertThat(request.query())
                .containsEntry("listFields", "id,firstname")
                .containsEntry("externs", "owner//firstname"));
        assertThat(record(joined.get(1))).containsEntry("firstname", "No 2").doesNotContainKey("lastname");
    }

    @Test
    void acknowledgementsGoToEachExchangeWithItsBody() {
        contacts(2);

        List<Exchange> joined = all(LongStream.of(1, 2)
                .mapToObj(id -> ask(TAG + "&batchSize=2", id))
                .toList());

        assertThat(joined)
                .extracting(exchange -> exchange.getMessage().getBody())
                .containsExactly(1L, 2L);
        assertThat(joined)
                .allSatisfy(exchange -> assertThat(exchange.getMessage().getHeaders())
                        .containsEntry(OntraportConstants.ACKNOWLEDGEMENT, "The tag is now being processed.")
                        .containsEntry(OntraportConstants.COUNT, 1L)
                        .containsEntry(OntraportConstants.REQUESTS, 1));
    }

    @ParameterizedTest
    @CsvSource({"tags=VIP, /objects/tagByName", "tagIds=1, /objects/tag"})
    void untagsToo(String tags, String path) {
        contacts(300).forEach(id -> sandbox().addTag(CONTACTS, id, "VIP"));

        all(LongStream.rangeClosed(1, 200)
                .mapToObj(id -> ask("ontraport:contacts?operation=untag&batchSize=200&" + tags + NEVER, id))
                .toList());

        assertThat(sandbox().requests()).extracting(SandboxRequest::path).containsExactly(path);
        assertThat(tagged()).hasSize(100);
    }

    @Test
    void aRefusalOfTheWholeIsTriedByHalvesAndCounted() {
        contacts(4);
        sandbox().faults().status(422, "One of them cannot be tagged");

        List<Exchange> joined = all(LongStream.rangeClosed(1, 4)
                .mapToObj(id -> ask(TAG + "&batchSize=4", id))
                .toList());

        assertThat(sandbox().requests()).hasSize(3);
        assertThat(joined).allSatisfy(exchange -> {
            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getHeaders()).containsEntry(OntraportConstants.REQUESTS, 2);
        });
        assertThat(tagged()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
    }

    @Test
    void whoIsRefusedAloneFailsAlone() {
        contacts(2);
        sandbox().faults().times(2).status(422, "It cannot be tagged");

        List<Exchange> joined = all(LongStream.rangeClosed(1, 2)
                .mapToObj(id -> ask(TAG + "&batchSize=2", id))
                .toList());

        assertThat(joined)
                .filteredOn(exchange -> exchange.getException() == null)
                .hasSize(1);
        assertThat(joined)
                .filteredOn(exchange -> exchange.getException() != null)
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.getException())
                        .isInstanceOf(OntraportValidationException.class)
                        .hasMessageContaining("It cannot be tagged"));
        assertThat(tagged()).hasSize(1);
    }

    @Test
    void whatMayHaveBeenDoneFailsForAll() {
        contacts(3);
        sandbox().faults().status(500, "Sorry");

        List<Exchange> joined = all(LongStream.rangeClosed(1, 3)
                .mapToObj(id -> ask(TAG + "&batchSize=3", id))
                .toList());

        assertThat(sandbox().requests()).hasSize(1);
        assertThat(joined).allSatisfy(exchange -> assertThat(exchange.getException())
                .isInstanceOf(OntraportException.class)
                .hasMessageContaining("Sorry"));
    }

    @Test
    void whatIsAboutOneContactKeepsItsOrder() {
        contacts(3);

        List<CompletableFuture<Exchange>> asked = new ArrayList<>();
        asked.add(ask(ANY, 1, "tag"));
        asked.add(ask(ANY, 1, "untag"));
        asked.add(ask(ANY, 1, "tag"));
        asked.add(ask(ANY, 1, "get"));
        asked.add(ask(ANY, List.of(1, 2), "untag"));
        asked.add(ask(ANY, 2, "get"));
        asked.add(ask(ANY, 2, "delete"));

        assertThat(all(asked))
                .allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
        assertThat(sandbox().requests())
                .extracting(request -> request.method() + " " + request.path())
                .containsExactly(
                        "PUT /objects/tagByName",
                        "DELETE /objects/tagByName",
                        "PUT /objects/tagByName",
                        "GET /object",
                        "DELETE /objects/tagByName",
                        "GET /object",
                        "DELETE /object");
        assertThat(tagged()).isEmpty();
    }

    @Test
    void endpointsWithEqualSettingsShareCallsAndOthersDoNot() {
        contacts(4);
        String fewer = "ontraport:contacts?operation=tag&tags=VIP&batchSize=2" + NEVER;

        all(List.of(
                ask(fewer + "&recordId=1", null),
                ask(fewer + "&maxRetries=1&recordId=3", null),
                ask(fewer + "&recordId=2", null),
                ask(fewer + "&maxRetries=1&recordId=4", null)));

        assertThat(sandbox().requests())
                .extracting(SandboxRequest::body)
                .satisfiesExactlyInAnyOrder(body -> assertThat(body).contains("\"ids\":[1,2]"), body -> assertThat(body)
                        .contains("\"ids\":[3,4]"));
    }

    @Test
    void withoutADelayNothingIsJoined() {
        contacts(3);

        all(LongStream.rangeClosed(1, 3)
                .mapToObj(id -> ask("ontraport:contacts?operation=tag&tags=VIP", id))
                .toList());

        assertThat(sandbox().requests()).hasSize(3);
    }

    @Test
    void aDelayThatIsOverSendsWhatThereIs() {
        contacts(2);

        all(List.of(ask("ontraport:contacts?operation=tag&tags=VIP&batchDelay=1", 1L)));

        assertThat(tagged()).containsExactly(1L);
    }

    @Test
    void stoppingTheComponentSendsWhatWaits() {
        contacts(2);
        List<CompletableFuture<Exchange>> asked =
                LongStream.of(1, 2).mapToObj(id -> ask(TAG, id)).toList();
        assertThat(sandbox().requestCount()).isZero();

        context.getComponent("ontraport", OntraportComponent.class).stop();

        assertThat(all(asked))
                .allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
        assertThat(sandbox().requests()).hasSize(1);
        assertThat(tagged()).containsExactlyInAnyOrder(1L, 2L);
    }

    /** The strategy of Quarkus' dev mode. */
    @Test
    void aShutdownStrategyWithoutAUnitOfTimeDoesNotKeepTheComponentFromStopping() {
        contacts(1);
        context.setShutdownStrategy(new DefaultShutdownStrategy(context) {

            @Override
            public TimeUnit getTimeUnit() {
                return null;
            }
        });
        CompletableFuture<Exchange> asked = ask(TAG, 1L);

        context.getComponent("ontraport", OntraportComponent.class).stop();

        assertThat(all(List.of(asked)))
                .allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
        assertThat(tagged()).containsExactly(1L);
    }

    @Test
    @Timeout(120)
    void stoppingTheContextDoesNotKeepRoutesWaiting() {
        contacts(1);
        context.getShutdownStrategy().setTimeout(3_600);
        CompletableFuture<Exchange> asked = template.asyncSend(
                "direct:tagOne", exchange -> exchange.getMessage().setBody(1L));
        await().until(() -> context.getInflightRepository().size() == 1);

        context.stop();

        assertThat(all(List.of(asked)))
                .allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
        assertThat(tagged()).containsExactly(1L);
    }

    @Test
    @Timeout(120)
    void stoppingARouteSendsWhatWaitsThereAndWhatComesLate() throws Exception {
        contacts(3);
        context.getShutdownStrategy().setTimeout(3_600);
        CountDownLatch late = new CountDownLatch(1);
        before = exchange -> {
            if (exchange.getMessage().getBody(long.class) == 3) {
                late.await();
            }
        };
        List<CompletableFuture<Exchange>> asked =
                LongStream.rangeClosed(1, 3).mapToObj(this::enter).toList();
        await().until(() -> context.getInflightRepository().size("stopped") == 3);
        CompletableFuture<Void> stop = CompletableFuture.runAsync(this::stopRoute);
        all(asked.subList(0, 2));
        assertThat(asked.get(2)).isNotDone();

        late.countDown();

        all(asked);
        stop.get(60, TimeUnit.SECONDS);
        assertThat(tagged()).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void aRouteThatIsStartedAgainJoinsAgain() throws Exception {
        contacts(3);
        stopRoute();
        context.getRouteController().startRoute("stopped");

        all(LongStream.rangeClosed(1, 3).mapToObj(this::enter).toList());

        assertThat(sandbox().requests()).hasSize(1);
    }

    @Test
    @Timeout(120)
    void aRouteWhoseStopIsAbortedJoinsAgain() throws Exception {
        contacts(4);
        CountDownLatch held = new CountDownLatch(1);
        before = exchange -> held.await();
        CompletableFuture<Exchange> early = enter(4);
        await().until(() -> context.getInflightRepository().size("stopped") == 1);

        assertThat(context.getRouteController().stopRoute("stopped", 10, TimeUnit.MILLISECONDS, true))
                .isFalse();
        held.countDown();
        all(List.of(early));
        sandbox().forgetRequests();

        all(LongStream.rangeClosed(1, 3).mapToObj(this::enter).toList());
        assertThat(sandbox().requests()).hasSize(1);
    }

    private CompletableFuture<Exchange> enter(long id) {
        return template.asyncSend(
                "direct:stopped", exchange -> exchange.getMessage().setBody(id));
    }

    private void stopRoute() {
        try {
            context.getRouteController().stopRoute("stopped");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<Long> contacts(int number) {
        return LongStream.rangeClosed(1, number)
                .mapToObj(i -> sandbox().create(CONTACTS, Map.of("firstname", "No " + i, "lastname", "Test")))
                .toList();
    }

    /** The ids of the contacts with any tag; each with its own subscriber record. */
    private static List<Long> tagged() {
        return sandbox().records(138).stream()
                .map(row -> Long.valueOf(row.get("object_id").toString()))
                .toList();
    }

    /** Asks on this thread: the call is under way, or waits, when it returns. */
    private CompletableFuture<Exchange> ask(String uri, Object body) {
        return ask(uri, body, null);
    }

    private CompletableFuture<Exchange> ask(String uri, Object body, String operation) {
        return AsyncExchange.start(context, uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(OntraportConstants.OPERATION, operation);
        });
    }

    private static List<Exchange> all(List<CompletableFuture<Exchange>> asked) {
        return asked.stream()
                .map(exchange -> {
                    try {
                        return exchange.get(60, TimeUnit.SECONDS);
                    } catch (Exception e) {
                        throw new AssertionError("not answered", e);
                    }
                })
                .toList();
    }
}
