package io.github.camelontraport.api.http;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Method;

/**
 * Knows whether a request was written. The library sets the request of the context on the connection's own thread right
 * before it writes the first byte: for the CONNECT of a proxy, and for the request itself. An exchange that is given up
 * before is not written afterwards. Thread-safe in what this class adds.
 */
final class ExchangeContext extends HttpClientContext {

    private enum State {
        WAITING,
        WRITTEN,
        GIVEN_UP
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    ExchangeContext(RequestConfig config) {
        setRequestConfig(config);
    }

    @Override
    public void setRequest(HttpRequest request) {
        boolean tunnel = Method.CONNECT.isSame(request.getMethod());
        if (!tunnel && !state.compareAndSet(State.WAITING, State.WRITTEN) && state.get() == State.GIVEN_UP) {
            // Ends the connection, on which nothing is written any more.
            throw new CancellationException("the request was given up before it was written");
        }
        super.setRequest(request);
    }

    /** Keeps the request from being written, unless it has been. */
    void giveUp() {
        state.compareAndSet(State.WAITING, State.GIVEN_UP);
    }

    /**
     * Whether nothing of the request was written. False when the client, one of the application's, does not use this context,
     * as it then reports nothing.
     */
    boolean isUnsent() {
        return getExchangeId() != null && state.get() != State.WRITTEN;
    }
}
