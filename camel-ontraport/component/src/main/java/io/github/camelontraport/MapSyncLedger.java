package io.github.camelontraport;

import io.github.camelontraport.operation.sync.LedgerScope;
import io.github.camelontraport.operation.sync.LedgerTable;
import io.github.camelontraport.operation.sync.SyncLedger;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;

/**
 * What syncs remember, in a map that the application supplies, such as one of Infinispan, Hazelcast or Redisson. The map
 * must neither expire nor evict entries; the ledger is as durable as the map. Runs of one type and key must not overlap: in
 * a cluster, {@code master:} before the route's URI sees to that. Thread-safe.
 */
@Metadata(
        label = "bean",
        description =
                "Ledger of the operation sync over a ConcurrentMap, such as one of Infinispan, Hazelcast or Redisson.",
        annotations = {"interfaceName=io.github.camelontraport.operation.sync.SyncLedger"})
@Configurer(metadataOnly = true)
public class MapSyncLedger implements SyncLedger {

    @Metadata(
            required = true,
            description =
                    "The map that holds the ledger. Its putIfAbsent must be atomic, and it must not expire or evict"
                            + " entries.")
    private volatile ConcurrentMap<String, String> map;

    private final Set<String> inUse = ConcurrentHashMap.newKeySet();

    /** The map must be set before the first run. */
    public MapSyncLedger() {}

    public MapSyncLedger(ConcurrentMap<String, String> map) {
        this.map = map;
    }

    @Override
    public LedgerTable open(LedgerScope scope, boolean readOnly) {
        ConcurrentMap<String, String> given = map;
        if (given == null) {
            throw new IllegalArgumentException("The sync ledger has no map: set its map, such as #bean:nameOfTheMap");
        }
        scope.claim(given, readOnly);
        if (!inUse.add(scope.name())) {
            throw scope.inUse();
        }
        return new Table(given, "sync/" + scope.name() + "/", () -> inUse.remove(scope.name()));
    }

    public ConcurrentMap<String, String> getMap() {
        return map;
    }

    public void setMap(ConcurrentMap<String, String> map) {
        this.map = map;
    }

    private record Table(ConcurrentMap<String, String> map, String prefix, Runnable onClose) implements LedgerTable {

        private static final String ENTRY = "row/";

        @Override
        public String entry(String key) {
            return map.get(prefix + ENTRY + key);
        }

        @Override
        public void putEntry(String key, String entry) {
            map.put(prefix + ENTRY + key, entry);
        }

        @Override
        public void clearEntries() {
            map.keySet().removeIf(key -> key.startsWith(prefix + ENTRY));
        }

        @Override
        public String fact(String name) {
            return map.get(prefix + name);
        }

        @Override
        public void putFact(String name, String value) {
            map.put(prefix + name, value);
        }

        @Override
        public void commit() {
            // Every change is in the map at once.
        }

        @Override
        public void close() {
            onClose.run();
        }
    }
}
