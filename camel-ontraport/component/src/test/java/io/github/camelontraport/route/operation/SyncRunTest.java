package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.MapSyncLedger;
import io.github.camelontraport.OntraportSyncException;
import io.github.camelontraport.support.CapturedLog;
import io.github.camelontraport.support.VirtualAccount;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Long runs, on a clock that the test moves. */
class SyncRunTest {

    private static final int CONTACTS = 0;

    private final VirtualAccount account = new VirtualAccount(Duration.ofMillis(200));

    @AfterEach
    void close() {
        account.close();
    }

    private static List<Map<String, Object>> rows(int count) {
        return IntStream.range(0, count)
                .<Map<String, Object>>mapToObj(i -> Map.of("email", "c" + i + "@example.com", "firstname", "F" + i))
                .toList();
    }

    private static Endpoint endpoint(CamelContext context) {
        context.getRegistry().bind("ledger", new MapSyncLedger(new ConcurrentHashMap<>()));
        return context.getEndpoint("ontraport:contacts?operation=sync&syncLedger=#ledger");
    }

    @Test
    void progressIsLoggedEveryTenSeconds() throws Exception {
        try (CamelContext context = account.context();
                CapturedLog log = new CapturedLog("io.github.camelontraport.RunningSyncs")) {
            AtomicReference<Exchange> done = new AtomicReference<>();
            VirtualAccount.send(endpoint(context), rows(700), Map.of(), done::set);

            account.clock().advance(Duration.ofSeconds(61));

            assertThat(log.lines()).hasSize(6).allSatisfy(line -> assertThat(line)
                    .matches("INFO Sync of contacts: \\d+ of 700 rows, [0-9.]+ rows a second, \\d+ requests.*"));
            assertThat(log.lines().get(5)).contains("s left");
            account.clock().advance(Duration.ofMinutes(5));
            assertThat(done.get().getException()).isNull();
            int lines = log.lines().size();
            account.clock().advance(Duration.ofMinutes(5));
            assertThat(log.lines()).hasSize(lines);
        }
    }

    @Test
    void aRunIsBoundByTheLimitAlone() throws Exception {
        try (CamelContext context = account.context()) {
            AtomicReference<Exchange> done = new AtomicReference<>();
            VirtualAccount.send(endpoint(context), rows(1_000), Map.of(), done::set);
            long began = account.clock().elapsed();

            while (done.get() == null) {
                account.clock().advance(Duration.ofSeconds(1));
            }

            // 20 look-ups and 1,000 writes at 180 a minute, of which the first minute's go out at once.
            Duration took = Duration.ofNanos(account.clock().elapsed() - began);
            assertThat(took).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
            assertThat(account.sandbox().records(CONTACTS)).hasSize(1_000);
        }
    }

    @Test
    void asManyRowsAreWrittenAtATimeAsConcurrencySays() throws Exception {
        for (String mode : List.of("dedup", "append")) {
            account.reset();
            AtomicInteger underWay = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            account.network((call, server) -> {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                return server.send(call).whenComplete((reply, failure) -> underWay.decrementAndGet());
            });
            try (CamelContext context = account.context()) {
                AtomicReference<Exchange> done = new AtomicReference<>();
                VirtualAccount.send(
                        context.getEndpoint("ontraport:contacts?operation=sync&concurrency=3&syncMode=" + mode),
                        rows(20),
                        Map.of(),
                        done::set);
                account.clock().advance(Duration.ofMinutes(2));

                assertThat(done.get().getException()).isNull();
                assertThat(most).as(mode).hasValue(3);
            }
        }
    }

    @Test
    void aStopEndsTheRunAndTheNextGoesOn() throws Exception {
        CamelContext context = account.context();
        MapSyncLedger ledger = new MapSyncLedger(new ConcurrentHashMap<>());
        context.getRegistry().bind("kept", ledger);
        AtomicReference<Exchange> done = new AtomicReference<>();
        VirtualAccount.send(
                context.getEndpoint("ontraport:contacts?operation=sync&syncLedger=#kept"),
                rows(300).iterator(),
                Map.of(),
                done::set);
        account.clock().advance(Duration.ofSeconds(20));
        assertThat(done.get()).isNull();

        context.stop();

        int made = account.sandbox().records(CONTACTS).size();
        assertThat(made).isBetween(1, 299);
        assertThat(done.get().getException())
                .isInstanceOfSatisfying(
                        OntraportSyncException.class,
                        failure -> SyncTestSupport.counts(failure.getReport(), "read", made, "created", made));
        try (CamelContext next = account.context()) {
            next.getRegistry().bind("kept", ledger);
            AtomicReference<Exchange> again = new AtomicReference<>();
            Iterator<?> rows = rows(300).iterator();
            VirtualAccount.send(
                    next.getEndpoint("ontraport:contacts?operation=sync&syncLedger=#kept"), rows, Map.of(), again::set);
            account.clock().advance(Duration.ofMinutes(10));
            assertThat(again.get().getException()).isNull();
            assertThat(account.sandbox().records(CONTACTS)).hasSize(300);
        }
    }
}
