package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.MapSyncLedger;
import io.github.camelontraport.support.VirtualAccount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What syncs cost in requests, and in time at 180 requests a minute, beside a loop over upsert. */
class SyncCostTest {

    /** With -Dontraport.sync.rows=10000 as many as in docs/benchmarks.md. */
    private static final int ROWS = Integer.getInteger("ontraport.sync.rows", 1_000);

    private static final int CONTACTS = 0;

    private final VirtualAccount account = new VirtualAccount(Duration.ofMillis(200));

    @AfterEach
    void close() {
        account.close();
    }

    private static List<Map<String, Object>> rows() {
        return IntStream.range(0, ROWS)
                .<Map<String, Object>>mapToObj(i -> Map.of("email", "c" + i + "@example.com", "firstname", "F" + i))
                .toList();
    }

    @Test
    void anEmptyAccountCostsALookUpForFiftyRowsAndAWriteForEach() throws Exception {
        try (CamelContext context = account.context()) {
            context.getRegistry().bind("ledger", new MapSyncLedger(new ConcurrentHashMap<>()));

            assertThat(sync(context, "first sync into an empty account")).isEqualTo(ROWS + (ROWS + 49) / 50);
            assertThat(sync(context, "second sync")).isZero();
        }
    }

    @Test
    void anAccountThatHasNineTenthsCostsWritesForTheOthersOnly() throws Exception {
        rows().stream().limit(ROWS * 9L / 10).forEach(row -> account.sandbox().create(CONTACTS, row));
        try (CamelContext context = account.context()) {
            context.getRegistry().bind("ledger", new MapSyncLedger(new ConcurrentHashMap<>()));

            assertThat(sync(context, "first sync into an account that has nine tenths"))
                    .isEqualTo(ROWS / 10 + (ROWS + 49) / 50);
        }
    }

    @Test
    void aLoopOverUpsertCostsAWriteForEachRowEveryTime() throws Exception {
        try (CamelContext context = account.context()) {
            AsyncProducer producer =
                    context.getEndpoint("ontraport:contacts?operation=upsert").createAsyncProducer();
            producer.start();
            AtomicInteger done = new AtomicInteger();
            long began = account.clock().elapsed();
            // As Camel's split with eight threads: the next row when one is done.
            List<Map<String, Object>> rows = rows();
            AtomicInteger next = new AtomicInteger();
            for (int lane = 0; lane < 8; lane++) {
                upsert(producer, rows, next, done);
            }
            while (done.get() < ROWS) {
                account.clock().advance(Duration.ofSeconds(1));
            }
            print("loop over upsert", began, account.sandbox().requestCount());
            assertThat(account.sandbox().requestCount()).isEqualTo(ROWS);
        }
    }

    private static void upsert(
            AsyncProducer producer, List<Map<String, Object>> rows, AtomicInteger next, AtomicInteger done) {
        int row = next.getAndIncrement();
        if (row < rows.size()) {
            VirtualAccount.send(producer, rows.get(row), Map.of(), exchange -> {
                assertThat(exchange.getException()).isNull();
                done.incrementAndGet();
                upsert(producer, rows, next, done);
            });
        }
    }

    private long sync(CamelContext context, String what) throws Exception {
        AtomicReference<Exchange> done = new AtomicReference<>();
        account.sandbox().forgetRequests();
        long began = account.clock().elapsed();
        VirtualAccount.send(
                context.getEndpoint("ontraport:contacts?operation=sync&syncLedger=#ledger"),
                rows(),
                Map.of(),
                done::set);
        while (done.get() == null) {
            account.clock().advance(Duration.ofSeconds(1));
        }
        assertThat(done.get().getException()).isNull();
        print(what, began, account.sandbox().requestCount());
        return account.sandbox().requestCount();
    }

    private void print(String what, long began, int requests) {
        System.out.printf(
                "%d rows, %s: %d requests, %d s%n",
                ROWS,
                what,
                requests,
                Duration.ofNanos(account.clock().elapsed() - began).toSeconds());
    }
}
