package io.github.camelontraport.api;

import io.github.camelontraport.api.ratelimit.Priority;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** On whose behalf calls are made, what they used of the account, and what the server said last. Thread-safe. */
public final class CallContext {

    private static final int UNKNOWN = -1;

    private final String operation;
    private final Priority priority;
    /** Only of polls and streams, as nobody gives up on behalf of others; {@code null} for those. */
    private final Set<RetryingCall> waiting;

    private final AtomicReference<Duration> waited = new AtomicReference<>(Duration.ZERO);
    private final AtomicInteger requests = new AtomicInteger();
    private volatile int remaining = UNKNOWN;
    private volatile int status = UNKNOWN;

    private CallContext(String operation, Priority priority, boolean canBeGivenUp) {
        this.operation = operation;
        this.priority = priority;
        this.waiting = canBeGivenUp ? ConcurrentHashMap.newKeySet() : null;
    }

    /** Of an exchange that a producer works on. */
    public static CallContext of(String operation) {
        return new CallContext(operation, Priority.PRODUCER, false);
    }

    /** Of an exchange that gets a stream of records, which may be closed before its end. */
    public static CallContext ofStream(String operation) {
        return new CallContext(operation, Priority.PRODUCER, true);
    }

    /** Of a consumer. */
    public static CallContext poll() {
        return new CallContext("poll", Priority.POLL, true);
    }

    /** Of a consumer that is called: its subscription, what it reads of a delivery, and its repair. */
    public static CallContext webhook() {
        return new CallContext("webhook", Priority.POLL, false);
    }

    /** Of the health check, which must not hold up the traffic that it asks about. */
    static CallContext health() {
        return new CallContext("health", Priority.POLL, false);
    }

    /** The name of the operation, {@code poll}, {@code webhook} or {@code health}. */
    public String operation() {
        return operation;
    }

    /** For a call on behalf of the same; nothing is counted yet. */
    public CallContext another() {
        return new CallContext(operation, priority, waiting != null);
    }

    /** Counts what a call took that others had a part in, too. */
    public CallContext add(CallContext shared) {
        requests.addAndGet(shared.requests.get());
        remaining = shared.remaining == UNKNOWN ? remaining : shared.remaining;
        status = shared.status == UNKNOWN ? status : shared.status;
        return this;
    }

    /** Tells of a wait for its turn before the next call, which has that much less time to wait for its own. */
    public CallContext waited(Duration time) {
        waited.set(time);
        return this;
    }

    /** What the call that asks has waited already; zero for the next that asks. */
    Duration takeWaited() {
        return waited.getAndSet(Duration.ZERO);
    }

    Priority priority() {
        return priority;
    }

    void waits(RetryingCall call) {
        if (waiting != null) {
            waiting.add(call);
        }
    }

    void waitsNoMore(RetryingCall call) {
        if (waiting != null) {
            waiting.remove(call);
        }
    }

    /**
     * Ends the calls that wait for their turn with a {@link java.util.concurrent.CancellationException}; they are not
     * sent. What was sent is left alone, and so is what is called later.
     */
    public void giveUp() {
        if (waiting != null) {
            waiting.forEach(RetryingCall::giveUp);
        }
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
