package io.github.camelontraport.api;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** What one exchange used of the account: its requests, and what the server said last. Thread-safe. */
public final class Usage {

    private static final int UNKNOWN = -1;

    private final AtomicInteger requests = new AtomicInteger();
    private volatile int remaining = UNKNOWN;
    private volatile int status = UNKNOWN;

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
