package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.MapSyncLedger;
import io.github.camelontraport.support.SandboxTestSupport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;

/** Syncs of contacts, with a ledger in a map and a route for rows that are refused. */
abstract class SyncTestSupport extends SandboxTestSupport {

    static final String SYNC = "ontraport:contacts?operation=sync";
    static final String WITH_LEDGER = SYNC + "&syncLedger=#ledger";
    static final String REJECTS = "&rejected=direct:rejected";

    final ConcurrentMap<String, String> map = new ConcurrentHashMap<>();
    final List<Exchange> rejected = new ArrayList<>();

    @BeforeEach
    void bind() {
        context.getRegistry().bind("ledger", new MapSyncLedger(map));
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:failing").process(exchange -> {
                    throw new IllegalStateException("no place for it");
                });
                from("direct:rejected").process(exchange -> rejected.add(exchange.copy()));
            }
        };
    }

    /** The report of a sync that ends well. */
    Map<String, Object> sync(String uri, Object body) {
        Exchange done = send(uri, body);
        assertThat(done.getException()).isNull();
        return record(done);
    }

    static Map<String, Object> row(String email, String firstname) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("email", email);
        row.put("firstname", firstname);
        return row;
    }

    /** Rows with different addresses. */
    static List<Map<String, Object>> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> row("c" + i + "@example.com", "First " + i))
                .toList();
    }

    /** Holds the counts to these, all others to 0, and their sum to the rows that were read. */
    static void counts(Map<String, Object> report, Object... namesAndCounts) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        for (String name : List.of(
                "read", "created", "updated", "unchanged", "superseded", "rejected", "unclear", "removed", "tagged")) {
            wanted.put(name, 0L);
        }
        for (int i = 0; i < namesAndCounts.length; i += 2) {
            wanted.put((String) namesAndCounts[i], ((Integer) namesAndCounts[i + 1]).longValue());
        }
        assertThat(report).containsAllEntriesOf(wanted);
        long sum = List.of("created", "updated", "unchanged", "superseded", "rejected", "unclear").stream()
                .mapToLong(name -> (Long) report.get(name))
                .sum();
        assertThat(report).containsEntry("read", sum);
    }

    /** The number of requests with this method and path. */
    static long requests(String call) {
        return sandbox().requests().stream()
                .filter(request -> (request.method() + " " + request.path()).equals(call))
                .count();
    }
}
