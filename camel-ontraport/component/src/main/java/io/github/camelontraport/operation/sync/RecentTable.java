package io.github.camelontraport.operation.sync;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run remembers by itself: the entries that were written last. Stands for a ledger where there is none, and keeps a
 * dry run from writing to one.
 */
final class RecentTable implements LedgerTable {

    private static final int MOST = 10_000;

    private final LedgerTable base;
    private final Map<String, String> facts = new HashMap<>();
    private final Map<String, String> entries = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    /** @param base is read and never written; {@code null} for none */
    RecentTable(LedgerTable base) {
        this.base = base;
    }

    @Override
    public String entry(String key) {
        String own = entries.get(key);
        return own != null || base == null ? own : base.entry(key);
    }

    @Override
    public void putEntry(String key, String entry) {
        entries.put(key, entry);
    }

    @Override
    public void clearEntries() {
        entries.clear();
    }

    @Override
    public String fact(String name) {
        String own = facts.get(name);
        return own != null || base == null ? own : base.fact(name);
    }

    @Override
    public void putFact(String name, String value) {
        facts.put(name, value);
    }

    @Override
    public void commit() {
        // Nothing of it outlives the run.
    }

    @Override
    public void close() {
        if (base != null) {
            base.close();
        }
    }
}
