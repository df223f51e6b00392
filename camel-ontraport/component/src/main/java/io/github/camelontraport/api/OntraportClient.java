package io.github.camelontraport.api;

import io.github.camelontraport.api.budget.Budget;
import io.github.camelontraport.api.http.HttpCall;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.time.Timing;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls the API: waits for the budget, sends, reads the envelope, and sends again where that is safe. Thread-safe,
 * never blocks. What it returns always completes, a stop included; failures are {@link ApiException}s.
 */
public final class OntraportClient implements AutoCloseable {

    private final ClientSettings settings;
    private final Transport transport;
    private final Budget budget;
    private final Timing timing;
    private final Pulse pulse;
    private final Set<CompletableFuture<ApiReply>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public OntraportClient(ClientSettings settings, Transport transport, Budget budget, Timing timing,
                           Pulse pulse) {
        this.settings = settings;
        this.transport = transport;
        this.budget = budget;
        this.timing = timing;
        this.pulse = pulse;
    }

    /** Sends the request and counts what it takes in {@code usage}. */
    public CompletionStage<ApiReply> call(ApiRequest request, Usage usage) {
        CompletableFuture<ApiReply> result = new CompletableFuture<>();
        CompletionStage<ApiReply> heard = result.whenComplete((reply, failure) -> {
            underWay.remove(result);
            pulse.beat(failure);
        });
        underWay.add(result);
        if (closed) {
            result.completeExceptionally(ApiException.stopped());
        } else {
            new Call(request, http(request), usage, settings, transport, budget, timing, result).start();
        }
        return heard;
    }

    /** Whether the API answers these credentials. */
    public Pulse pulse() {
        return pulse;
    }

    /** Ends what is under way exceptionally, its outcome unknown, and refuses what comes after. */
    @Override
    public void close() {
        closed = true;
        underWay.forEach(call -> call.completeExceptionally(ApiException
                .details(ApiException.Kind.CONNECTION, "The component was stopped before the reply came")
                .retryable(true).outcomeUnknown(true).build()));
    }

    private HttpCall http(ApiRequest request) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put("Accept", "application/json");
        if (request.body().contentType() != null) {
            headers.put("Content-Type", request.body().contentType());
        }
        // Last, so that nothing above can replace them.
        headers.putAll(settings.credentials().headers());
        String query = request.query().isEmpty() ? "" : "?" + Encoding.query(request.query());
        URI uri = URI.create(settings.baseUrl() + request.path() + query);
        return new HttpCall(request.method(), uri, headers, request.body().bytes(), settings.requestTimeout());
    }
}
