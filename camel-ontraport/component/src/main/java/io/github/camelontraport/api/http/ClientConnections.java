package io.github.camelontraport.api.http;

import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.core5.concurrent.ComplexFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.concurrent.FutureContribution;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * A pool of connections that resolves the names of hosts on threads for that: the library resolves them, for each new
 * connection, on the thread that sends, which may be the one of the timers.
 */
final class ClientConnections implements AsyncClientConnectionManager {

    private final AsyncClientConnectionManager pool;
    private final Executor connector;
    private final Runnable onRelease;

    ClientConnections(AsyncClientConnectionManager pool, Executor connector, Runnable onRelease) {
        this.pool = pool;
        this.connector = connector;
        this.onRelease = onRelease;
    }

    @Override
    public Future<AsyncConnectionEndpoint> lease(
            String id,
            HttpRoute route,
            Object state,
            Timeout timeout,
            FutureCallback<AsyncConnectionEndpoint> callback) {
        return pool.lease(id, route, state, timeout, callback);
    }

    @Override
    public void release(AsyncConnectionEndpoint endpoint, Object state, TimeValue keepAlive) {
        pool.release(endpoint, state, keepAlive);
        onRelease.run();
    }

    @Override
    public Future<AsyncConnectionEndpoint> connect(
            AsyncConnectionEndpoint endpoint,
            ConnectionInitiator initiator,
            Timeout timeout,
            Object attachment,
            HttpContext context,
            FutureCallback<AsyncConnectionEndpoint> callback) {
        ComplexFuture<AsyncConnectionEndpoint> result = new ComplexFuture<>(callback);
        try {
            connector.execute(() -> connect(endpoint, initiator, timeout, attachment, context, result));
        } catch (RejectedExecutionException e) {
            result.failed(e);
        }
        return result;
    }

    private void connect(
            AsyncConnectionEndpoint endpoint,
            ConnectionInitiator initiator,
            Timeout timeout,
            Object attachment,
            HttpContext context,
            ComplexFuture<AsyncConnectionEndpoint> result) {
        if (result.isDone()) {
            return;
        }
        try {
            result.setDependency(
                    pool.connect(endpoint, initiator, timeout, attachment, context, new FutureContribution<>(result) {

                        @Override
                        public void completed(AsyncConnectionEndpoint connected) {
                            result.completed(connected);
                        }
                    }));
        } catch (RuntimeException e) {
            // Such as a client that was closed meanwhile.
            result.failed(e);
        }
    }

    @Override
    public void upgrade(AsyncConnectionEndpoint endpoint, Object attachment, HttpContext context) {
        pool.upgrade(endpoint, attachment, context);
    }

    @Override
    public void upgrade(
            AsyncConnectionEndpoint endpoint,
            Object attachment,
            HttpContext context,
            FutureCallback<AsyncConnectionEndpoint> callback) {
        pool.upgrade(endpoint, attachment, context, callback);
    }

    @Override
    public void close(CloseMode mode) {
        pool.close(mode);
    }

    @Override
    public void close() {
        close(CloseMode.GRACEFUL);
    }
}
