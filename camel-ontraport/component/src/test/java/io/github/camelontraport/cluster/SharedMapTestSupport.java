package io.github.camelontraport.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.MapStateRepository;
import io.github.camelontraport.MapSyncLedger;
import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StateRepository;
import org.junit.jupiter.api.Test;

/** States and ledgers in a map of a cluster. */
abstract class SharedMapTestSupport extends SharedStateTestSupport {

    /** The map as a node of the cluster has it. */
    abstract ConcurrentMap<String, String> map(int node);

    @Override
    StateRepository<String, String> node(int number) {
        MapStateRepository repository = new MapStateRepository(map(number % 2));
        repository.start();
        return repository;
    }

    @Test
    void aSyncOnAnotherNodeKnowsWhatTheFirstOneBrought() throws Exception {
        List<Map<String, String>> rows = IntStream.range(0, 60)
                .mapToObj(i -> Map.of("email", "c" + i + "@example.com", "firstname", "First " + i))
                .toList();
        try (OntraportSandbox account = OntraportSandbox.start()) {
            assertThat(sync(account, 0, rows)).containsEntry("created", 60L);
            assertThat(sync(account, 1, rows)).containsEntry("unchanged", 60L).containsEntry("requests", 0L);
            assertThat(sync(account, 1, List.of(Map.of("email", "c7@example.com", "firstname", "Petra"))))
                    .containsEntry("updated", 1L);
            assertThat(sync(account, 0, rows.subList(0, 10)))
                    .containsEntry("updated", 1L)
                    .containsEntry("unchanged", 9L);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> sync(OntraportSandbox account, int node, List<Map<String, String>> rows)
            throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("ledger", new MapSyncLedger(map(node)));
            OntraportComponent component = context.getComponent("ontraport", OntraportComponent.class);
            OntraportConfiguration configuration = component.getConfiguration();
            configuration.setBaseUrl(account.baseUrl());
            configuration.setApiKey(account.apiKey());
            configuration.setAppId(account.appId());
            context.start();
            return context.createProducerTemplate()
                    .requestBody("ontraport:contacts?operation=sync&syncLedger=#ledger", rows, Map.class);
        }
    }
}
