package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportEndpoint;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.support.VirtualAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three nodes that write and one that watches share an account for a virtual hour, without talking to each other. */
class ClusterQuotaTest {

    private static final int LIMIT = 180;
    private static final Duration LATENCY = Duration.ofMillis(200);
    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(20);
    private static final Duration LONGEST_POLL = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final VirtualAccount account = new VirtualAccount(LATENCY);
    private final List<CamelContext> nodes = new ArrayList<>();
    private boolean stopped;

    @AfterEach
    void close() throws Exception {
        stopped = true;
        for (CamelContext node : nodes) {
            node.close();
        }
        account.close();
    }

    private CamelContext node() throws Exception {
        CamelContext node = account.context();
        nodes.add(node);
        return node;
    }

    /** Keeps so many exchanges under way. */
    private final class Writer {

        private final AsyncProducer producer;
        private int requests;
        private int done;
        private int failed;

        Writer(int underWay) throws Exception {
            Endpoint endpoint = node().getEndpoint("ontraport:contacts?operation=upsert");
            producer = endpoint.createAsyncProducer();
            producer.start();
            for (int i = 0; i < underWay; i++) {
                next();
            }
        }

        private void next() {
            if (stopped) {
                return;
            }
            Map<String, String> contact = Map.of("email", "c" + done % 50 + "@example.com");
            VirtualAccount.send(producer, contact, Map.of(), exchange -> {
                requests += exchange.getMessage().getHeader(OntraportConstants.REQUESTS, 0, int.class);
                done++;
                failed += exchange.getException() == null ? 0 : 1;
                next();
            });
        }
    }

    /** Polls at intervals, as consumers do. */
    private final class Watcher {

        private final OntraportClient client;
        private final List<Duration> waits = new ArrayList<>();
        private int failed;

        Watcher() throws Exception {
            client = ((OntraportEndpoint) node().getEndpoint("ontraport:contacts?operation=count"))
                    .connection()
                    .client();
            poll();
        }

        private void poll() {
            if (stopped) {
                return;
            }
            long from = account.clock().nanoTime();
            ApiRequest page = ApiRequest.get("/objects", Map.of("objectID", "0", "range", "1"));
            client.call(page, CallContext.poll()).whenComplete((reply, failure) -> {
                failed += failure == null ? 0 : 1;
                waits.add(Duration.ofNanos(account.clock().nanoTime() - from));
                account.clock().after(BETWEEN_POLLS).thenRun(this::poll);
            });
        }
    }

    /**
     * @param minutesLater when the third writer starts
     */
    @ParameterizedTest(name = "{0}, {1} and {2} exchanges under way, the third starts after {3} minutes")
    @CsvSource({"20, 20, 20, 0", "150, 20, 2, 0", "20, 20, 20, 10", "100, 5, 50, 3"})
    void nodesUseTheWholeQuota(int first, int second, int third, int minutesLater) throws Exception {
        Watcher watcher = new Watcher();
        List<Writer> writers = new ArrayList<>(List.of(new Writer(first), new Writer(second)));
        account.clock().advance(Duration.ofMinutes(minutesLater));
        writers.add(new Writer(third));
        int before = requests(writers, watcher);
        int throttledBefore = throttled(writers);
        account.clock().advance(HOUR);

        int requests = requests(writers, watcher) - before;
        int throttled = throttled(writers) - throttledBefore;
        double share = (requests - throttled) / (LIMIT * 60.0);
        Duration longest = watcher.waits.stream().max(Duration::compareTo).orElseThrow();
        System.out.printf(
                "| %d, %d, %d | %d min | %.3f | %d of %d | %s | %d polls, longest %.1f s |%n",
                first,
                second,
                third,
                minutesLater,
                share,
                throttled,
                requests,
                writers.stream().map(writer -> Integer.toString(writer.done)).toList(),
                watcher.waits.size(),
                longest.toMillis() / 1000.0);
        assertThat(share).as("share of the quota").isGreaterThanOrEqualTo(0.97);
        assertThat(throttled).as("HTTP 429").isLessThan(requests / 100);
        assertThat(writers).allSatisfy(writer -> assertThat(writer.failed).isZero());
        assertThat(watcher.failed).isZero();
        assertThat(longest).as("the longest poll").isLessThan(LONGEST_POLL);
    }

    private static int requests(List<Writer> writers, Watcher watcher) {
        return writers.stream().mapToInt(writer -> writer.requests).sum() + watcher.waits.size();
    }

    /** Those of polls are repeated unseen; they show in the length of the poll. */
    private static int throttled(List<Writer> writers) {
        return writers.stream()
                .mapToInt(writer -> writer.requests - writer.done)
                .sum();
    }
}
