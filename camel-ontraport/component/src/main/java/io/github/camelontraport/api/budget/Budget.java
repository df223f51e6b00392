package io.github.camelontraport.api.budget;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * The requests an account has left, shared by every call to it. Every call asks before it is sent and tells when it
 * was answered. Thread-safe, never blocks.
 */
public interface Budget extends AutoCloseable {

    /**
     * Completes when a request may start. Fails with {@link BudgetExhaustedException} when none becomes free within
     * {@code longest}, or with a {@link java.util.concurrent.CancellationException} when the budget is closed.
     */
    CompletionStage<Permit> acquire(Priority priority, Duration longest);

    /** What it looks like now, for meters and consoles. */
    BudgetState state();

    /** Ends every wait exceptionally. */
    @Override
    void close();

    /** The right to send one request. */
    interface Permit {

        /** The request was answered, or failed. Called exactly once. */
        void done();

        /** The server said that the limit is overrun; no request starts for this long. Called instead of done. */
        void throttled(Duration pause);
    }
}
