package io.github.camelontraport.api;

import io.github.camelontraport.api.ratelimit.Priority;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Names the operation that makes calls, ranks them, and counts the requests they take. One context serves one exchange,
 * poll or check. Thread-safe.
 */
public final class CallContext {

    private static final int UNKNOWN = -1;

    private final String operation;
    private final Priority priority;
    /** Cancels each waiting call; null when the calls serve several exchanges and none of these may cancel them. */
    private final Set<Runnable> waiting;

    private final AtomicReference<Duration> alreadyWaited = new AtomicReference<>(Duration.ZERO);
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong nanosWaited = new AtomicLong();
    private volatile int remaining = UNKNOWN;
    private volatile int status = UNKNOWN;

    private CallContext(String operation, Priority priority, boolean cancellable) {
        this.operation = operation;
        this.priority = priority;
        this.waiting = cancellable ? ConcurrentHashMap.newKeySet() : null;
    }

    /** The context of an exchange in a producer. */
    public static CallContext of(String operation) {
        return new CallContext(operation, Priority.PRODUCER, false);
    }

    /** The context of an exchange that reads a stream of records, which it may close early. */
    public static CallContext ofStream(String operation) {
        return new CallContext(operation, Priority.PRODUCER, true);
    }

    /** The context of a polling consumer. */
    public static CallContext poll() {
        return new CallContext("poll", Priority.POLL, true);
    }

    /** The context of a webhook consumer: its subscription, the records it reads for a delivery, and its replay. */
    public static CallContext webhook() {
        return new CallContext("webhook", Priority.POLL, false);
    }

    /** The context of the health check, which must not delay the traffic that it checks. */
    static CallContext health() {
        return new CallContext("health", Priority.POLL, false);
    }

    /** The name of the operation, {@code poll}, {@code webhook} or {@code health}. */
    public String operation() {
        return operation;
    }

    /** A context for the same operation with counters at zero. */
    public CallContext fork() {
        return new CallContext(operation, priority, waiting != null);
    }

    /** Adds the usage of a call that several exchanges share. */
    public CallContext addUsageOf(CallContext shared) {
        requests.addAndGet(shared.requests.get());
        nanosWaited.addAndGet(shared.nanosWaited.get());
        remaining = shared.remaining == UNKNOWN ? remaining : shared.remaining;
        status = shared.status == UNKNOWN ? status : shared.status;
        return this;
    }

    /** Shortens the longest wait of the next call by the time that its exchange has waited before. */
    public CallContext alreadyWaited(Duration time) {
        alreadyWaited.set(time);
        return this;
    }

    /** The time set by {@link #alreadyWaited}; zero for all calls but the first that asks. */
    Duration takeAlreadyWaited() {
        return alreadyWaited.getAndSet(Duration.ZERO);
    }

    Priority priority() {
        return priority;
    }

    /** Registers a waiting call by the action that cancels it; the same object unregisters it. */
    void onWaiting(Runnable cancel) {
        if (waiting != null) {
            waiting.add(cancel);
        }
    }

    void onWaitingEnded(Runnable cancel) {
        if (waiting != null) {
            waiting.remove(cancel);
        }
    }

    /**
     * Ends the calls that wait for a permit or a retry with a {@link java.util.concurrent.CancellationException}; they
     * are not sent. Requests under way and later calls are not affected.
     */
    public void cancelWaiting() {
        if (waiting != null) {
            waiting.forEach(Runnable::run);
        }
    }

    void onSent() {
        requests.incrementAndGet();
    }

    void onWaited(long nanos) {
        if (nanos > 0) {
            nanosWaited.addAndGet(nanos);
        }
    }

    void onResponse(int status, OptionalInt remaining) {
        this.status = status;
        remaining.ifPresent(left -> this.remaining = left);
    }

    /** HTTP requests sent so far, retries included. */
    public int requests() {
        return requests.get();
    }

    /** How long calls waited for a permit of the account's rate limiter; those that waited at the same time, together. */
    public Duration rateLimitWait() {
        return Duration.ofNanos(nanosWaited.get());
    }

    /** The requests that the account has left, according to the last response. */
    public OptionalInt remaining() {
        return known(remaining);
    }

    /** The HTTP status of the last response. */
    public OptionalInt status() {
        return known(status);
    }

    private static OptionalInt known(int value) {
        return value == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
