package io.github.camelontraport.benchmarks.candidate;

import io.github.camelontraport.MapSyncLedger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

/** A table of contacts, brought into the account by this component's operation sync. */
public final class SyncRoutes implements AutoCloseable {

    private final CamelContext camel;
    private final ProducerTemplate template;

    public SyncRoutes(Account account) {
        camel = OntraportComponentRoutes.context(account);
        camel.getRegistry().bind("ledger", new MapSyncLedger(new ConcurrentHashMap<>()));
        CamelCandidate.start(camel, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:sync").to("ontraport:contacts?operation=sync&syncLedger=#ledger");
            }
        });
        template = camel.createProducerTemplate();
    }

    public void sync(List<Map<String, Object>> contacts) {
        template.requestBody("direct:sync", contacts);
    }

    @Override
    public void close() {
        camel.stop();
    }
}
