package io.github.camelontraport.api;

import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.time.Timing;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Whether the API answers these credentials. It listens to the calls that are made anyway, and makes one of its own
 * only when there was none for a minute. Thread-safe.
 */
public final class Pulse {

    private static final long FRESH = Duration.ofMinutes(1).toNanos();
    private static final Set<Kind> ILL = Set.of(Kind.AUTHENTICATION, Kind.CONNECTION, Kind.RATE_LIMITED);
    private static final ApiRequest PROBE = ApiRequest.get("/objects/getInfo", Map.of("objectID", "0"));

    private final Timing timing;
    private Optional<ApiException> illness = Optional.empty();
    private long felt;
    private CompletableFuture<Optional<ApiException>> probe;

    public Pulse(Timing timing) {
        this.timing = timing;
    }

    /** A call ended; {@code failure} is {@code null} when it succeeded. */
    synchronized void beat(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        illness = cause instanceof ApiException refused && (ILL.contains(refused.kind()) || refused.status() >= 500)
                ? Optional.of(refused) : Optional.empty();
        felt = timing.nanoTime();
        if (probe == null) {
            probe = CompletableFuture.completedFuture(illness);
        }
    }

    /** What is wrong, or nothing; known from the last call, or from a probe when that is over a minute ago. */
    public synchronized CompletionStage<Optional<ApiException>> check(OntraportClient client) {
        if (probe == null || probe.isDone() && timing.nanoTime() - felt >= FRESH) {
            felt = timing.nanoTime();
            probe = client.call(PROBE, new Usage()).handle((reply, failure) -> latest()).toCompletableFuture();
        }
        return probe.isDone() ? CompletableFuture.completedFuture(illness) : probe;
    }

    private synchronized Optional<ApiException> latest() {
        return illness;
    }
}
