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

/** The HTTP side of deliveries. Client and threads exist from the first delivery on, and until it is closed. */
public final class DeliverySender {

    public static final String THREAD_NAME = "ontraport-sandbox-webhooks-";

    private static final int THREADS = 4;
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
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
        // The client finishes what was aborted after the threads have been told to end.
        threads.setRejectedExecutionHandler((work, executor) -> work.run());
    }

    /**
     * Sends without waiting.
     *
     * @param timeout until the reply is complete, in real time
     * @param ended called once, on another thread, unless the sender is closed before
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
                // Its message would show the query of the URL.
                ended.accept(DeliveryOutcome.failed("not a URL to deliver to"));
                return;
            }
            HttpClient current = client();
            if (current == null) {
                return;
            }
            CompletableFuture<HttpResponse<Void>> reply = current.sendAsync(request, BodyHandlers.discarding());
            underWay.add(reply);
            Future<?> timer = threads.schedule(() -> reply.cancel(true), timeout.toNanos(), TimeUnit.NANOSECONDS);
            reply.whenComplete((response, failure) -> {
                timer.cancel(false);
                underWay.remove(reply);
                ended.accept(
                        failure == null ? DeliveryOutcome.replied(response.statusCode()) : failed(failure, timeout));
            });
        });
    }

    /** Breaks off what is under way. */
    synchronized void close() {
        closed = true;
        threads.shutdown();
        underWay.forEach(reply -> reply.cancel(true));
        // Java 17 has no other way to end the client's own thread than to let the client be collected.
        client = null;
    }

    /** Waits for the threads to end; not under a lock that they need. */
    public void awaitEnd() {
        try {
            threads.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
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
