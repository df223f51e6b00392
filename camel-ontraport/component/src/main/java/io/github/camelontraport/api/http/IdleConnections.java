package io.github.camelontraport.api.http;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;

/**
 * Closes connections that waited too long for their next request. The pool drops them when it would use them next; here
 * they are closed although no request comes. One timer is enough for all. Thread-safe.
 */
final class IdleConnections {

    private final PoolingAsyncClientConnectionManager pool;
    private final Duration idleTimeout;
    private final TimeSource timeSource;
    private final AtomicBoolean timerSet = new AtomicBoolean();

    IdleConnections(PoolingAsyncClientConnectionManager pool, Duration idleTimeout, TimeSource timeSource) {
        this.pool = pool;
        this.idleTimeout = idleTimeout;
        this.timeSource = timeSource;
    }

    void onRelease() {
        if (!timerSet.get() && timerSet.compareAndSet(false, true)) {
            Futures.onEnd(timeSource.after(idleTimeout), (unused, failure) -> {
                timerSet.set(false);
                if (failure == null) {
                    closeExpired();
                }
            });
        }
    }

    private void closeExpired() {
        pool.closeExpired();
        if (pool.getTotalStats().getAvailable() > 0) {
            onRelease();
        }
    }
}
