package io.github.camelontraport.poll;

import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.Futures;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.value.ObjectMetadataCache;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The account as a poller sees it: the API, whose replies it waits for on its own thread, and the time. */
public final class PollingClient {

    private static final Duration FOREVER = Duration.ofDays(365);

    private final OntraportClient client;
    private final ObjectMetadataCache metadata;
    private final TimeSource timing;
    private final CallContext usage = CallContext.poll();
    private volatile Long deadline;
    private volatile CompletionStage<?> unanswered;

    public PollingClient(OntraportClient client, ObjectMetadataCache metadata, TimeSource timing) {
        this.client = client;
        this.metadata = metadata;
        this.timing = timing;
    }

    /** From now on nothing is waited for longer than this; {@code null} for as long as it takes. */
    public void waitTimeout(Duration longest) {
        deadline = longest == null ? null : timing.nanoTime() + longest.toNanos();
    }

    public OntraportClient client() {
        return client;
    }

    public CallContext usage() {
        return usage;
    }

    public ObjectMetadataCache metadata() {
        return metadata;
    }

    public TimeSource timing() {
        return timing;
    }

    /** The time at the server, never ahead of it; empty when it does not tell. */
    public Optional<Instant> serverTime() {
        return client.serverTime();
    }

    /**
     * Waits for a reply that an earlier poll gave up, so that no more than one request is out on behalf of nobody. Its
     * outcome does not matter.
     */
    public void ready() {
        CompletionStage<?> before = unanswered;
        if (before != null) {
            await(before.handle((reply, failure) -> Boolean.TRUE));
            unanswered = null;
        }
    }

    /** Waits on this thread, which is the poller's own. */
    public <T> T await(CompletionStage<T> reply) {
        try {
            return reply.toCompletableFuture().get(left(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(reply);
            throw new PollAbandonedException(e);
        } catch (TimeoutException e) {
            giveUp(reply);
            throw new PollAbandonedException(e);
        } catch (ExecutionException e) {
            Throwable cause = Futures.cause(e.getCause());
            throw cause instanceof RuntimeException failure ? failure : new CompletionException(cause);
        }
    }

    private void giveUp(CompletionStage<?> reply) {
        unanswered = reply;
        usage.cancelWaiting();
    }

    /** Nanoseconds that may still be waited. */
    public long left() {
        Long until = deadline;
        return until == null ? FOREVER.toNanos() : Math.max(0, until - timing.nanoTime());
    }
}
