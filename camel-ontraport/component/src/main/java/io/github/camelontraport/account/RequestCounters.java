package io.github.camelontraport.account;

import io.github.camelontraport.api.CallListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** How many requests each operation took since the component was started. Thread-safe. */
public final class RequestCounters implements CallListener {

    /**
     * What one operation took.
     *
     * @param operation its name, {@code poll}, {@code webhook} or {@code health}
     * @param requests  sent, repeats included
     * @param retries   repeats after failures
     * @param throttled answered with HTTP 429
     */
    public record Counts(String operation, LongAdder requests, LongAdder retries, LongAdder throttled) {

        Counts(String operation) {
            this(operation, new LongAdder(), new LongAdder(), new LongAdder());
        }
    }

    private final Map<String, Counts> byOperation = new ConcurrentHashMap<>();
    private volatile Consumer<Counts> listener = counts -> {};

    /** Calls the listener once for each operation, with its first request. To be set before any request is counted. */
    void addListener(Consumer<Counts> listener) {
        this.listener = listener;
    }

    /** The operations so far, in the order of their names. */
    public List<Counts> all() {
        return byOperation.values().stream()
                .sorted((a, b) -> a.operation.compareTo(b.operation))
                .toList();
    }

    @Override
    public void sent(String operation) {
        of(operation).requests.increment();
    }

    @Override
    public void retried(String operation) {
        of(operation).retries.increment();
    }

    @Override
    public void throttled(String operation) {
        of(operation).throttled.increment();
    }

    private Counts of(String operation) {
        Counts known = byOperation.get(operation);
        if (known != null) {
            return known;
        }
        Counts counts = new Counts(operation);
        Counts before = byOperation.putIfAbsent(operation, counts);
        if (before == null) {
            listener.accept(counts);
        }
        return before == null ? counts : before;
    }
}
