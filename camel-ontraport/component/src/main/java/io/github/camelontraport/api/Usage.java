package io.github.camelontraport.api;

import io.github.camelontraport.api.budget.Priority;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** On whose behalf calls are made, what they used of the account, and what the server said last. Thread-safe. */
public final class Usage {

    private static final int UNKNOWN = -1;

    private final String operation;
    private final Priority priority;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile int remaining = UNKNOWN;
    private volatile int status = UNKNOWN;

    private Usage(String operation, Priority priority) {
        this.operation = operation;
        this.priority = priority;
    }

    /** Of an exchange that a producer works on. */
    public static Usage of(String operation) {
        return new Usage(operation, Priority.PRODUCER);
    }

    /** Of a consumer. */
    public static Usage poll() {
        return new Usage("poll", Priority.POLL);
    }

    /** Of the health check, which must not hold up the traffic that it asks about. */
    static Usage health() {
        return new Usage("health", Priority.POLL);
    }

    /** The name of the operation, {@code poll} or {@code health}. */
    public String operation() {
        return operation;
    }

    /** For a call on behalf of the same; nothing is counted yet. */
    public Usage another() {
        return new Usage(operation, priority);
    }

    /** Counts what a call took that others had a part in, too. */
    public Usage add(Usage shared) {
        requests.addAndGet(shared.requests.get());
        remaining = shared.remaining == UNKNOWN ? remaining : shared.remaining;
        status = shared.status == UNKNOWN ? status : shared.status;
        return this;
    }

    Priority priority() {
        return priority;
    }

    void sent() {
        requests.incrementAndGet();
    }

    void replied(int status, OptionalInt remaining) {
        this.status = status;
        remaining.ifPresent(left -> this.remaining = left);
    }

    /** HTTP requests sent so far, repeats included. */
    public int requests() {
        return requests.get();
    }

    /** What the server's last reply said is left of the limit. */
    public OptionalInt remaining() {
        return known(remaining);
    }

    /** The HTTP status of the last reply. */
    public OptionalInt status() {
        return known(status);
    }

    private static OptionalInt known(int value) {
        return value == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
