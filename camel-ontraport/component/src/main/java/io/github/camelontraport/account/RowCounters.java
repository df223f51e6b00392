package io.github.camelontraport.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/** Counts the rows of all syncs of an account by what became of them, such as created. Thread-safe. */
public final class RowCounters {

    private final Map<String, LongAdder> byOutcome = new ConcurrentHashMap<>();
    private volatile BiConsumer<String, LongAdder> listener = (outcome, count) -> {};

    /** Calls the listener once for each outcome, with its first row. To be set before any row is counted. */
    void addListener(BiConsumer<String, LongAdder> first) {
        listener = first;
    }

    public void add(String outcome, long rows) {
        LongAdder count = byOutcome.get(outcome);
        if (count == null) {
            LongAdder added = new LongAdder();
            LongAdder before = byOutcome.putIfAbsent(outcome, added);
            count = before == null ? added : before;
            if (before == null) {
                listener.accept(outcome, added);
            }
        }
        count.add(rows);
    }
}
