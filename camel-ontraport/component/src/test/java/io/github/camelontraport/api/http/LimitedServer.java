package io.github.camelontraport.api.http;

import io.github.camelontraport.api.time.ManualTimeSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A server with a rolling limit, reached over a network with random latency: requests that start together are counted in
 * any order, and their replies arrive in another.
 */
public final class LimitedServer implements Transport {

    private static final long WINDOW = Duration.ofMinutes(1).toNanos();

    private final ManualTimeSource timeSource;
    private final int limit;
    private final Deque<Long> counted = new ArrayDeque<>();
    private final Random random = new Random(7);
    private Duration maxLatency = Duration.ofMillis(400);
    private int admitted;
    private int refused;

    public LimitedServer(ManualTimeSource timeSource, int limit) {
        this.timeSource = timeSource;
        this.limit = limit;
    }

    public LimitedServer maxLatency(Duration value) {
        maxLatency = value;
        return this;
    }

    /** Requests of programs that do not use the client under test; those over the limit are refused. */
    public void useByOthers(int requests) {
        for (int i = 0; i < requests; i++) {
            count();
        }
    }

    /** Requests of the clients under test that were executed. */
    public int admitted() {
        return admitted;
    }

    /** Requests of the clients under test that were answered with HTTP 429. */
    public int refused() {
        return refused;
    }

    @Override
    public CompletionStage<TransportResponse> send(TransportRequest request) {
        return timeSource.after(latency()).thenCompose(arrived -> {
            TransportResponse response = answer();
            return timeSource.after(latency()).thenCompose(back -> CompletableFuture.completedFuture(response));
        });
    }

    private Duration latency() {
        return Duration.ofNanos((long) (random.nextDouble() * maxLatency.toNanos() / 2));
    }

    private boolean count() {
        long now = timeSource.elapsed();
        while (!counted.isEmpty() && now - counted.peek() >= WINDOW) {
            counted.poll();
        }
        return counted.size() < limit && counted.add(now);
    }

    private TransportResponse answer() {
        boolean executed = count();
        admitted += executed ? 1 : 0;
        refused += executed ? 0 : 1;
        long reset =
                Duration.ofNanos(counted.peek() + WINDOW - timeSource.elapsed()).toSeconds() + 1;
        return new TransportResponse(
                executed ? 200 : 429,
                Map.of(
                        "x-rate-limit-limit",
                        Integer.toString(limit),
                        "x-rate-limit-remaining",
                        Integer.toString(limit - counted.size()),
                        "x-rate-limit-reset",
                        Long.toString(reset)),
                "{\"code\":0,\"data\":1}".getBytes(StandardCharsets.UTF_8));
    }
}
