package io.github.camelontraport.sandbox.webhook;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Sends deliveries over HTTP. Client and threads exist from the first delivery until it is closed. */
public final class DeliverySender {

    public static final String THREAD_NAME = "ontraport-sandbox-webhooks-";

    private static final int THREADS = 4;
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(2);

    private final Set<CompletableFuture<?>> inFlight = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor threads;
    private HttpClient client;
    private boolean closed;

    DeliverySender() {
        AtomicInteger number = new AtomicInteger();
        threads = new ScheduledThreadPoolExecutor(THREADS, work -> {
            Thread thread = new Thread(work, THREAD_NAME + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.setRemoveOnCancelPolicy(true);
        // After the shutdown of the threads, the client still completes the aborted exchanges.
        threads.setRejectedExecutionHandler((work, executor) -> work.run());
    }

    /**
     * Sends without waiting.
     *
     * @param timeout until the reply is complete, in real time
     * @param ended is called once, on another thread, unless the sender is closed before
     */
    void send(DeliveryAttempt delivery, Duration timeout, Consumer<DeliveryOutcome> ended) {
        threads.execute(() -> {
            HttpRequest request;
            try {
                request = HttpRequest.newBuilder(URI.create(delivery.url()))
                        .header("Content-Type", delivery.contentType())
                        .POST(BodyPublishers.ofString(delivery.payload()))
                        .build();
            } catch (IllegalArgumentException e) {
                // The message of the exception would show the query of the URL.
                ended.accept(DeliveryOutcome.failed("not a URL to deliver to"));
                return;
            }
            HttpClient current = client();
            if (current == null) {
                return;
            }
            CompletableFuture<HttpResponse<Void>> reply = current.sendAsync(request, BodyHandlers.discarding());
            inFlight.add(reply);
            Future<?> timer = threads.schedule(() -> reply.cancel(true), timeout.toNanos(), TimeUnit.NANOSECONDS);
            CompletableFuture<?> unused = reply.whenComplete((response, failure) -> {
                timer.cancel(false);
                inFlight.remove(reply);
                ended.accept(
                        failure == null ? DeliveryOutcome.replied(response.statusCode()) : failed(failure, timeout));
            });
        });
    }

    /** Aborts the deliveries in flight. */
    synchronized void close() {
        closed = true;
        threads.shutdown();
        inFlight.forEach(reply -> reply.cancel(true));
        // In Java 17 the client's own thread ends only when the client is garbage collected.
        client = null;
    }

    /** Waits for the threads to end. The caller must not hold a lock that they need. */
    public void awaitEnd() {
        try {
            threads.awaitTermination(SHUTDOWN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static DeliveryOutcome failed(Throwable failure, Duration timeout) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return DeliveryOutcome.failed(
                cause instanceof CancellationException ? "no reply within " + timeout : cause.toString());
    }

    /** Null when closed. */
    private synchronized HttpClient client() {
        if (client == null && !closed) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .executor(threads)
                    .build();
        }
        return client;
    }
}
