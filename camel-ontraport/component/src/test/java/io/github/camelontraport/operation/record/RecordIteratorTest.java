package io.github.camelontraport.operation.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.ClientFixture;
import io.github.camelontraport.api.PercentEncoding;
import io.github.camelontraport.api.http.ScriptedTransport;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.Pages;
import io.github.camelontraport.api.type.ObjectTypes;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stream asks for, and when; and that it holds two pages whatever comes behind them. */
class RecordIteratorTest {

    private static final int PAGE = 50;
    private static final long RECORDS = 100_000;
    private static final Pattern BOUND = Pattern.compile("\"value\":\"?(\\d+)");

    /** A page of the hundred thousand records, as the condition on the id bounds it. */
    private static final ScriptedTransport.Line NEXT_PAGE = RecordIteratorTest::nextPage;

    private static CompletionStage<TransportResponse> nextPage(TransportRequest call) {
        return ScriptedTransport.ok(page(call)).apply(call);
    }

    private static String page(TransportRequest call) {
        String condition = PercentEncoding.decode(call.uri().getRawQuery()).getOrDefault("condition", "");
        Matcher bound = BOUND.matcher(condition);
        long last = bound.find() ? Long.parseLong(bound.group(1)) : 0;
        return LongStream.rangeClosed(last + 1, Math.min(RECORDS, last + PAGE))
                .mapToObj(id -> "{\"id\":\"" + id + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Knows the pages that were asked for, and which of them are still referenced. */
    private static final class Counted implements Pages {

        final Pages pages;
        final List<WeakReference<List<Map<String, Object>>>> given = new ArrayList<>();
        int asked;

        Counted(Pages pages) {
            this.pages = pages;
        }

        @Override
        public CompletionStage<List<Map<String, Object>>> next() {
            asked++;
            return pages.next().thenApply(rows -> {
                List<Map<String, Object>> page = new ArrayList<>(rows);
                given.add(new WeakReference<>(page));
                return page;
            });
        }

        @Override
        public boolean hasNext() {
            return pages.hasNext();
        }

        long held() {
            System.gc();
            return given.stream().filter(page -> page.get() != null).count();
        }
    }

    private static ClientFixture fixture(ScriptedTransport transport, int limit) {
        return new ClientFixture(transport, limit, ClientFixture.settings(ClientFixture.RATE_LIMIT_TIMEOUT));
    }

    private final CallContext usage = CallContext.ofStream("search");

    private Pages pages(ClientFixture fixture) {
        return new KeysetPages(
                new PageRequest(
                        fixture.client,
                        usage,
                        ObjectTypes.find("contacts").orElseThrow(),
                        "/objects",
                        Map.of(),
                        null,
                        PAGE,
                        0),
                false);
    }

    private RecordIterator open(Pages pages) {
        return RecordIterator.open(pages, usage).toCompletableFuture().getNow(null);
    }

    @Test
    void theFirstRecordIsThereWithTheFirstPage() {
        ScriptedTransport transport =
                new ScriptedTransport(NEXT_PAGE, ScriptedTransport.answeredBy(new CompletableFuture<>()));

        RecordIterator records = open(pages(fixture(transport, 180)));

        assertThat(records.next()).containsEntry("id", "1");
        assertThat(transport.calls())
                .as("the page, and the one ahead, which is not waited for")
                .hasSize(2);
    }

    @Test
    void aHundredThousandRecordsAreReadWithTwoPagesHeld() {
        ScriptedTransport transport = new ScriptedTransport(NEXT_PAGE);
        Counted pages = new Counted(pages(fixture(transport, 1_000_000)));
        RecordIterator records = open(pages);

        for (long read = 0; read < RECORDS; read++) {
            assertThat(records.next().get("id")).isEqualTo(Long.toString(read + 1));
            assertThat(pages.asked - read / PAGE)
                    .as("pages that are not used up")
                    .isBetween(1L, 2L);
            if (read % 20_000 == 77) {
                await().untilAsserted(() -> assertThat(pages.held()).isLessThanOrEqualTo(2));
            }
        }

        assertThat(records.hasNext()).isFalse();
        assertThat(transport.calls()).hasSize((int) RECORDS / PAGE + 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStreamThatIsOverHoldsNothing(boolean readToItsEnd) {
        Counted pages = new Counted(pages(fixture(new ScriptedTransport(NEXT_PAGE), 1_000_000)));
        RecordIterator records = open(pages);
        if (readToItsEnd) {
            records.forEachRemaining(record -> {});
        } else {
            records.next();
            records.close();
        }

        await().untilAsserted(() -> assertThat(pages.held()).isZero());
        if (readToItsEnd) {
            assertThat(records.hasNext()).isFalse();
        } else {
            assertThatThrownBy(records::hasNext).hasMessageContaining("closed");
        }
    }

    @Test
    void closingAsksForNothingMore() {
        CompletableFuture<TransportResponse> second = new CompletableFuture<>();
        ScriptedTransport transport = new ScriptedTransport(NEXT_PAGE, ScriptedTransport.answeredBy(second), NEXT_PAGE);
        RecordIterator records = open(pages(fixture(transport, 180)));
        records.next();

        records.close();
        second.complete(
                new TransportResponse(200, Map.of(), "{\"code\":0,\"data\":[]}".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(records::hasNext).hasMessageContaining("closed");
        assertThat(transport.calls()).hasSize(2);
    }

    @Test
    void closingTakesBackThePageThatWaitsForTheBudget() {
        ScriptedTransport transport = new ScriptedTransport(NEXT_PAGE);
        ClientFixture fixture = fixture(transport, 1);
        RecordIterator records = open(pages(fixture));
        records.next();
        assertThat(fixture.limiter.status().waiting()).isEqualTo(1);

        records.close();
        fixture.timeSource.advance(Duration.ofMinutes(5));

        assertThat(fixture.limiter.status().waiting()).isZero();
        assertThat(transport.calls()).hasSize(1);
    }

    @Test
    void anyThreadMayReadOn() throws Exception {
        RecordIterator records = open(pages(fixture(new ScriptedTransport(NEXT_PAGE), 1_000_000)));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (long id = 1; id <= 500; id++) {
                assertThat(threads.submit(records::next).get()).containsEntry("id", Long.toString(id));
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
