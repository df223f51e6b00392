package io.github.camelontraport.api;

import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Whether the API accepts the credentials, judged by the calls that are made anyway. A probe is sent only when no call
 * ended within the last minute. Thread-safe.
 */
public final class ApiHealth {

    private static final long FRESH = Duration.ofMinutes(1).toNanos();
    private static final Set<Kind> UNHEALTHY = Set.of(Kind.AUTHENTICATION, Kind.CONNECTION, Kind.RATE_LIMITED);

    private final TimeSource timeSource;
    private Optional<ApiException> failure = Optional.empty();
    private Long recordedAt;
    private CompletableFuture<Optional<ApiException>> running;

    public ApiHealth(TimeSource timeSource) {
        this.timeSource = timeSource;
    }

    /** Records the end of a call; {@code thrown} is null when it succeeded. */
    synchronized void record(Throwable thrown) {
        failure = Futures.cause(thrown) instanceof ApiException refused && isUnhealthy(refused)
                ? Optional.of(refused)
                : Optional.empty();
        recordedAt = timeSource.nanoTime();
    }

    /** A refusal in the API's own words shows that it answers; a redirect or an HTML page in its place does not. */
    private static boolean isUnhealthy(ApiException failure) {
        boolean notTheApi = failure.kind() == Kind.OTHER && failure.status() < 400 && failure.code() == null;
        return notTheApi || UNHEALTHY.contains(failure.kind()) || failure.status() >= 500;
    }

    /**
     * The failure that makes the API unhealthy, or empty. The result of the last call counts for a minute; after that
     * the probe is sent. Concurrent checks share one probe. The stage never fails.
     *
     * @param sendProbe sends the probe and {@linkplain #record records} its end
     */
    CompletionStage<Optional<ApiException>> check(Supplier<CompletionStage<ApiReply>> sendProbe) {
        CompletableFuture<Optional<ApiException>> mine;
        synchronized (this) {
            if (recordedAt != null && timeSource.nanoTime() - recordedAt < FRESH) {
                return CompletableFuture.completedFuture(failure);
            }
            if (running != null && !running.isDone()) {
                return running;
            }
            mine = new CompletableFuture<>();
            running = mine;
        }
        // Outside the lock: sending may complete other calls, which record their end here.
        Futures.onEnd(Futures.guarded(sendProbe), (reply, thrown) -> mine.complete(latest()));
        return mine;
    }

    private synchronized Optional<ApiException> latest() {
        return failure;
    }
}
