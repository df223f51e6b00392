package io.github.camelontraport.poll;

import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.async.Futures;
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
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The account as a poller uses it: the API, for whose replies it waits on its own thread, and the time. */
public final class PollingClient {

    private static final Duration FOREVER = Duration.ofDays(365);

    private final OntraportClient api;
    private final ObjectMetadataCache metadata;
    private final TimeSource timing;
    private final BooleanSupplier stopping;
    private final CallContext usage = CallContext.poll();
    private volatile Long deadline;
    private volatile CompletionStage<?> unanswered;

    public PollingClient(OntraportClient api, ObjectMetadataCache metadata, TimeSource timing) {
        this(api, metadata, timing, () -> false);
    }

    /** @param stopping whether no further request is to be made */
    public PollingClient(
            OntraportClient api, ObjectMetadataCache metadata, TimeSource timing, BooleanSupplier stopping) {
        this.api = api;
        this.metadata = metadata;
        this.timing = timing;
        this.stopping = stopping;
    }

    /** Limits all later waits together; {@code null} removes the limit. */
    public void waitTimeout(Duration longest) {
        deadline = longest == null ? null : timing.nanoTime() + longest.toNanos();
    }

    public OntraportClient api() {
        return api;
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

    /** The time at the server, never ahead of it; empty while no reply had a date. */
    public Optional<Instant> serverTime() {
        return api.serverTime();
    }

    /**
     * Waits for a reply that an earlier poll no longer waited for, so that at most one request is under way for nobody.
     * Its result does not matter.
     */
    public void awaitAbandoned() {
        CompletionStage<?> before = unanswered;
        if (before != null) {
            await(before.handle((reply, failure) -> Boolean.TRUE));
            unanswered = null;
        }
    }

    /**
     * Makes a request and waits on this thread, which is the poller's own.
     *
     * @throws PollAbandonedException when the consumer stops, the time is over, or the thread is interrupted
     */
    public <T> T await(Supplier<CompletionStage<T>> request) {
        if (stopping.getAsBoolean()) {
            throw new PollAbandonedException("the consumer stops");
        }
        return await(request.get());
    }

    private <T> T await(CompletionStage<T> reply) {
        try {
            return reply.toCompletableFuture().get(remaining(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon(reply);
            throw new PollAbandonedException("its thread was interrupted", e);
        } catch (TimeoutException e) {
            abandon(reply);
            throw new PollAbandonedException("its time is over", e);
        } catch (ExecutionException e) {
            Throwable cause = Futures.cause(e.getCause());
            throw cause instanceof RuntimeException failure ? failure : new CompletionException(cause);
        }
    }

    private void abandon(CompletionStage<?> reply) {
        unanswered = reply;
        usage.cancelWaiting();
    }

    /** Nanoseconds that a wait may still take. */
    public long remaining() {
        Long until = deadline;
        return until == null ? FOREVER.toNanos() : Math.max(0, until - timing.nanoTime());
    }
}
