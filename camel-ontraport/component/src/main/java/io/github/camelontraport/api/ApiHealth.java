package io.github.camelontraport.api;

import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.api.type.ObjectTypes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Whether the API answers these credentials. It listens to the calls that are made anyway, and makes one of its own
 * only when there was none for a minute. Thread-safe.
 */
public final class ApiHealth {

    private static final long FRESH = Duration.ofMinutes(1).toNanos();
    private static final Set<Kind> ILL = Set.of(Kind.AUTHENTICATION, Kind.CONNECTION, Kind.RATE_LIMITED);
    private static final ApiRequest PROBE =
            ApiRequest.get("/objects/getInfo", Map.of("objectID", Integer.toString(ObjectTypes.CONTACT.id())));

    private final TimeSource timing;
    private Optional<ApiException> illness = Optional.empty();
    private Long felt;
    private CompletableFuture<Optional<ApiException>> probe;

    public ApiHealth(TimeSource timing) {
        this.timing = timing;
    }

    /** A call ended; {@code failure} is {@code null} when it succeeded. */
    synchronized void record(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        illness = cause instanceof ApiException refused && isIllness(refused) ? Optional.of(refused) : Optional.empty();
        felt = timing.nanoTime();
    }

    /** A refusal in the API's own words is a sign of life; a redirect or a page in its place is not. */
    private static boolean isIllness(ApiException failure) {
        boolean strange = failure.kind() == Kind.OTHER && failure.status() < 400 && failure.code() == null;
        return strange || ILL.contains(failure.kind()) || failure.status() >= 500;
    }

    /**
     * What is wrong, or nothing; known from the last call, or from a probe when that is over a minute ago. Who asks
     * while a probe is out waits for it, unless another call was answered meanwhile.
     */
    public CompletionStage<Optional<ApiException>> check(OntraportClient client) {
        CompletableFuture<Optional<ApiException>> mine;
        synchronized (this) {
            if (felt != null && timing.nanoTime() - felt < FRESH) {
                return CompletableFuture.completedFuture(illness);
            }
            if (probe != null && !probe.isDone()) {
                return probe;
            }
            mine = new CompletableFuture<>();
            probe = mine;
        }
        // Outside the lock: sending may let other calls go, which end in a beat.
        client.callOnce(PROBE).whenComplete((reply, failure) -> mine.complete(latest()));
        return mine;
    }

    private synchronized Optional<ApiException> latest() {
        return illness;
    }
}
