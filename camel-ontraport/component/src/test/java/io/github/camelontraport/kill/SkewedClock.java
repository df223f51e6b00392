package io.github.camelontraport.kill;

import io.github.camelontraport.account.ClientEnvironment;
import io.github.camelontraport.account.ConnectionSettings;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;

/**
 * The real way to the API, on a machine whose time of day is wrong.
 *
 * @param skew how far it is ahead
 */
record SkewedClock(Duration skew) implements ClientEnvironment {

    @Override
    public TimeSource timing(ScheduledExecutorService scheduler) {
        TimeSource real = REAL.timing(scheduler);
        return new TimeSource() {

            @Override
            public long nanoTime() {
                return real.nanoTime();
            }

            @Override
            public Instant now() {
                return real.now().plus(skew);
            }

            @Override
            public CompletableFuture<Void> after(Duration delay) {
                return real.after(delay);
            }

            @Override
            public void close() {
                real.close();
            }
        };
    }

    @Override
    public Transport transport(CamelContext context, ConnectionSettings settings, Executor executor, TimeSource same) {
        return REAL.transport(context, settings, executor, same);
    }
}
