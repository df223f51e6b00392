package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelontraport.OntraportAuthenticationException;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.support.OpenStream;
import io.github.camelontraport.support.SandboxTestSupport;
import java.io.Closeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest extends SandboxTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {

            @Override
            public void configure() {
                String stream = "ontraport:contacts?operation=search&streaming=true&pageSize=10";
                from("direct:multicast").multicast().to(stream).end().process(SearchTest::count);
                from("direct:parallelMulticast")
                        .multicast()
                        .parallelProcessing()
                        .to(stream)
                        .end()
                        .process(SearchTest::count);
                from("direct:recipientList")
                        .recipientList(constant(stream))
                        .end()
                        .process(SearchTest::count);
                from("direct:nested").multicast().to("direct:recipients").end().process(SearchTest::count);
                from("direct:recipients").recipientList(constant(stream));
                from("direct:enrich")
                        .enrich(stream, AggregationStrategies.useLatest())
                        .process(SearchTest::count);
                from("direct:unread").multicast().to(stream).end().setProperty("stream", body());
                from("direct:stream")
                        .to("ontraport:contacts?operation=search&streaming=true&pageSize=10")
                        .setProperty("stream", body())
                        .split(body())
                        .streaming()
                        .to("mock:records");
                from("direct:changing")
                        .to("ontraport:contacts?operation=search&streaming=true&pageSize=10&sort=lastname")
                        .split(body())
                        .streaming()
                        .stopOnException()
                        .process(SearchTest::change)
                        .to("mock:changing");
                from("direct:failing")
                        .to("ontraport:contacts?operation=search&streaming=true&pageSize=10")
                        .split(body())
                        .streaming()
                        .to("mock:failing")
                        .filter(simple("${body[id]} == 3"))
                        .throwException(new IllegalStateException("enough"));
                from("direct:stopped")
                        .to("ontraport:contacts?operation=search&streaming=true&pageSize=10")
                        .setProperty("records", body())
                        .split(body())
                        .streaming()
                        .stopOnException()
                        .process(record ->
                                record.getProperty("records", Closeable.class).close())
                        .throwException(new IllegalStateException("enough"));
            }
        };
    }

    private static void count(Exchange exchange) {
        int count = 0;
        for (Iterator<?> records = exchange.getMessage().getBody(Iterator.class); records.hasNext(); records.next()) {
            count++;
        }
        exchange.getMessage().setBody(count);
    }

    @ParameterizedTest
    @CsvSource({
        // records, options, read, requests
        "0,   pageSize=50,                          0,  1",
        "99,  pageSize=50,                          99, 2",
        "100, pageSize=50,                          100, 3",
        "100, limit=100,                    100, 2",
        "1000, pageSize=50,                 1000, 21",
        "1000, limit=1000,                  1000, 20",
        "100, limit=60,                     60, 2",
        "100, limit=0,                      100, 3",
        "25,  pageSize=10,                  25, 3",
        "25,  sort=id&sortDir=desc,         25, 1",
        "120, sort=id&sortDir=desc,         120, 3",
        "120, sort=firstname&sortDir=desc,  120, 3",
        "120, start=100,                    20, 1",
        "120, sort=firstname&start=30&limit=60, 60, 2",
    })
    void readsAllPagesUpToTheLimit(int records, String options, int read, int requests) {
        contacts(records);

        Exchange found = send("ontraport:contacts?operation=search&" + options);

        assertThat(found.getException()).isNull();
        assertThat(records(found))
                .hasSize(read)
                .extracting(record -> record.get("id"))
                .doesNotHaveDuplicates();
        assertThat(found.getMessage().getHeaders())
                .containsEntry(OntraportConstants.COUNT, (long) read)
                .containsEntry(OntraportConstants.REQUESTS, requests);
        assertThat(sandbox().requestCount()).isEqualTo(requests);
    }

    @Test
    void comesInTheOrderOfIdsEitherWay() {
        contacts(60);

        assertThat(ids(send("ontraport:contacts?operation=search"))).isSorted().hasSize(60);
        assertThat(ids(send("ontraport:contacts?operation=search&sort=id&sortDir=desc")))
                .hasSize(60)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void aConditionWithOrIsKeptOnEveryPage() {
        contacts(150);
        Exchange found = send("ontraport:contacts?operation=search&condition=city = 'Bend' OR city = 'Salem'");

        assertThat(records(found)).hasSize(100).allSatisfy(record -> assertThat(record.get("city"))
                .isIn("Bend", "Salem"));
    }

    @Test
    void theConditionHeaderWinsAndMayBeTheApisJson() {
        contacts(9);
        String json = "[{\"field\":{\"field\":\"city\"},\"op\":\"=\",\"value\":{\"value\":\"Salem\"}}]";
        List<Object> clauses =
                List.of(Map.of("field", Map.of("field", "city"), "op", "=", "value", Map.of("value", "Salem")));
        String uri = "ontraport:contacts?operation=search&condition=city = 'Bend'";

        for (Object condition : List.of(json, clauses, "city IN ('Salem')")) {
            Exchange found = send(uri, null, Map.of(OntraportConstants.CONDITION, condition));
            assertThat(records(found)).hasSize(3).allSatisfy(record -> assertThat(record)
                    .containsEntry("city", "Salem"));
        }
    }

    @Test
    void readsByIdsFiftyToACall() {
        List<Long> ids = contacts(120);

        Exchange found = send("ontraport:contacts?operation=search", null, Map.of(OntraportConstants.IDS, ids));

        assertThat(ids(found)).containsExactlyElementsOf(ids);
        assertThat(sandbox().requestCount()).isEqualTo(3);
    }

    @Test
    void sortedIdsAreInOrderWhateverThePageSize() {
        List.of("Cy", "Bo", "Ada").forEach(name -> sandbox().create(CONTACTS, Map.of("firstname", name)));

        Exchange found = send("ontraport:contacts?operation=search&ids=1,2,3&sort=firstname&pageSize=2");

        assertThat(records(found)).extracting(record -> record.get("firstname")).containsExactly("Ada", "Bo", "Cy");
    }

    @Test
    void sortingByIdMeansTheTypesOwnIdField() {
        for (String name : List.of("a", "b", "c")) {
            sandbox().create(TAGS, Map.of("tag_name", name, "object_type_id", 0));
        }

        assertThat(records(send("ontraport:tags?operation=search&sort=id&sortDir=desc")))
                .extracting(tag -> tag.get("tag_name"))
                .containsExactly("c", "b", "a");
        assertThat(records(send("ontraport:tags?operation=search&sort=id&start=1")))
                .extracting(tag -> tag.get("tag_name"))
                .containsExactly("b", "c");
    }

    @Test
    void listFieldsAlwaysBringTheId() {
        contacts(1);

        Exchange found = send("ontraport:contacts?operation=search&listFields=city");

        assertThat(records(found)).singleElement().satisfies(record -> assertThat(record)
                .containsOnlyKeys("id", "city"));
    }

    @Test
    void aServerThatIgnoresTheSortFailsInsteadOfLosingRecords() {
        contacts(120);
        sandbox().faults().ignoreCondition(true);

        Exchange found = send("ontraport:contacts?operation=search");

        assertThat(found.getException())
                .isInstanceOf(OntraportException.class)
                .hasMessageContaining("ignored the condition");
    }

    @Test
    void streamsPageByPageAndClosesWithTheExchange() throws Exception {
        contacts(35);
        MockEndpoint records = getMockEndpoint("mock:records");
        records.expectedMessageCount(35);

        Exchange done = send("direct:stream");

        records.assertIsSatisfied();
        assertThat(done.getException()).isNull();
        assertThat(sandbox().requestCount()).isEqualTo(4);
        Iterator<?> stream = done.getProperty("stream", Iterator.class);
        assertThat(stream.hasNext()).isFalse();
        assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aStreamFetchesOnePageAheadAndNoMore() throws Exception {
        contacts(100);
        try (var producer = new OpenStream(context)) {
            Iterator<?> stream = producer.records("ontraport:contacts?operation=search&streaming=true&pageSize=10");
            sandbox().forgetRequests();
            List<Object> read = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                read.add(stream.next());
            }
            assertThat(read).hasSize(10);
            await().untilAsserted(() -> assertThat(sandbox().requests())
                    .singleElement()
                    .satisfies(request ->
                            assertThat(request.query().get("condition")).contains("\"10\"")));
            ((Closeable) stream).close();
            assertThatThrownBy(stream::hasNext)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
            assertThatThrownBy(stream::next).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aStreamReadBehindItsExchangeFailsInsteadOfLookingEmpty() {
        contacts(5);

        Iterator<?> stream =
                template.requestBody("ontraport:contacts?operation=search&streaming=true", null, Iterator.class);

        assertThatThrownBy(stream::hasNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed, with its exchange");
    }

    /** Camel ends the exchange of a branch before it goes on with what the branch has read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "direct:multicast",
                "direct:recipientList",
                "direct:parallelMulticast",
                "direct:nested",
                "direct:enrich"
            })
    void aStreamOfABranchIsReadBehindTheBranch(String route) {
        contacts(25);

        Exchange read = template.request(route, exchange -> {});

        assertThat(read.getException()).isNull();
        assertThat(read.getMessage().getBody()).isEqualTo(25);
        assertThat(sandbox().requestCount()).isEqualTo(3);
    }

    @Test
    void aStreamOfABranchIsClosedWithTheExchangeAroundIt() {
        contacts(25);

        Exchange unread = template.request("direct:unread", exchange -> {});

        Iterator<?> stream = unread.getProperty("stream", Iterator.class);
        assertThatThrownBy(stream::next).hasMessageContaining("closed, with its exchange");
    }

    @Test
    void aSplitContinuesBehindARecordThatFails() {
        List<Long> all = contacts(30);

        Exchange failed = template.request("direct:failing", exchange -> {});

        assertThat(failed.getException()).hasMessage("enough");
        assertThat(context.getEndpoint("mock:failing", MockEndpoint.class).getExchanges())
                .extracting(each -> each.getMessage().getBody(Map.class).get("id"))
                .containsExactlyElementsOf(all.stream().map(Object::toString).toList());
    }

    @Test
    void whatARouteDoesToARecordIsNotSeenByWhoReadsTheNextPage() {
        List<Long> all = contacts(30);

        Exchange done = template.request("direct:changing", exchange -> {});

        assertThat(done.getException()).isNull();
        assertThat(context.getEndpoint("mock:changing", MockEndpoint.class).getReceivedCounter())
                .isEqualTo(all.size());
    }

    /** Camel itself reads on, to release what it never sends. */
    @Test
    void aStreamThatIsClosedIsReadNoFurther() {
        contacts(100);

        Exchange stopped = template.request("direct:stopped", exchange -> {});

        assertThat(stopped.getException()).hasRootCauseMessage("enough");
        // The first page, and the next that was on its way.
        assertThat(sandbox().requestCount()).isLessThanOrEqualTo(2);
    }

    @Test
    void aLaterPageOfAStreamFailsWithTheExceptionsThatRoutesKnow() throws Exception {
        contacts(100);
        try (var producer = new OpenStream(context)) {
            Iterator<?> stream = producer.records("ontraport:contacts?operation=search&streaming=true&pageSize=10");
            sandbox().faults().status(403, "Not Authorized");

            assertThatThrownBy(() -> stream.forEachRemaining(record -> {}))
                    .isInstanceOf(OntraportAuthenticationException.class)
                    .hasMessageContaining("search of contacts");
        }
    }

    @Test
    void listsTheRecordsOfATag() {
        List<Long> ids = contacts(60);
        send(
                "ontraport:raw?method=PUT&path=/objects/tagByName",
                Map.of("objectID", 0, "ids", ids, "add_names", List.of("A, B")));
        long tag = sandbox().records(TAGS).stream()
                .mapToLong(record -> Long.parseLong(record.get("tag_id").toString()))
                .findFirst()
                .orElseThrow();

        Exchange byName =
                send("ontraport:contacts?operation=listByTag", null, Map.of(OntraportConstants.TAGS, List.of("A, B")));
        Exchange byId = send("ontraport:contacts?operation=listByTag&tagIds=" + tag);
        Exchange several =
                send("ontraport:contacts?operation=listByTag", null, Map.of(OntraportConstants.TAGS, "A, B"));

        assertThat(ids(byName)).containsExactlyElementsOf(ids);
        assertThat(ids(byId)).containsExactlyElementsOf(ids);
        assertThat(several.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("takes one tag");
    }

    /** To what no JSON has. */
    @SuppressWarnings("unchecked")
    private static void change(Exchange record) {
        record.getMessage().getBody(Map.class).put("id", Instant.EPOCH);
    }

    private static List<Long> contacts(int number) {
        List<String> cities = List.of("Bend", "Salem", "Eugene");
        List<Long> ids = LongStream.range(0, number)
                .map(i -> sandbox().create(CONTACTS, Map.of("firstname", "No " + i, "city", cities.get((int) i % 3))))
                .boxed()
                .toList();
        sandbox().forgetRequests();
        return ids;
    }

    private static List<Long> ids(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return records(exchange).stream()
                .map(record -> Long.valueOf(record.get("id").toString()))
                .toList();
    }
}
