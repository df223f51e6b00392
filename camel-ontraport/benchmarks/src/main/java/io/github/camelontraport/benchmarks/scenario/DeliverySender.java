package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.server.CannedFields;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.io.CloseMode;

/** Posts deliveries like Ontraport, several at once, and measures how long each takes to be answered. */
final class DeliverySender implements AutoCloseable {

    private static final String FIELDS = CannedFields.json(40);

    private final int inFlight;
    private final CloseableHttpAsyncClient http;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    /** No delivery is one that came before. */
    private final AtomicLong id = new AtomicLong();

    DeliverySender(int inFlight) {
        this.inFlight = inFlight;
        http = HttpAsyncClientBuilder.create()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(inFlight)
                        .setMaxConnPerRoute(inFlight)
                        .build())
                .disableAutomaticRetries()
                .build();
        http.start();
    }

    /** Returns the nanoseconds of each delivery, all of which were answered with 200. */
    Queue<Double> send(URI url, int deliveries) {
        Queue<Double> times = new ConcurrentLinkedQueue<>();
        Semaphore free = new Semaphore(inFlight);
        for (int i = 0; i < deliveries; i++) {
            free.acquireUninterruptibly();
            send(url, times, free);
        }
        free.acquireUninterruptibly(inFlight);
        if (!failures.isEmpty()) {
            throw new IllegalStateException("Deliveries failed, the first with " + failures.peek());
        }
        return times;
    }

    private void send(URI url, Queue<Double> times, Semaphore free) {
        long begin = System.nanoTime();
        Future<?> unused = http.execute(
                SimpleRequestBuilder.post(url)
                        .setBody(body(id.incrementAndGet()), ContentType.APPLICATION_JSON)
                        .build(),
                new FutureCallback<>() {
                    @Override
                    public void completed(SimpleHttpResponse response) {
                        if (response.getCode() == 200) {
                            times.add((double) (System.nanoTime() - begin));
                        } else {
                            failures.add("HTTP " + response.getCode());
                        }
                        free.release();
                    }

                    @Override
                    public void failed(Exception failure) {
                        failures.add(failure.toString());
                        free.release();
                    }

                    @Override
                    public void cancelled() {
                        failures.add("cancelled");
                        free.release();
                    }
                });
    }

    private static String body(long id) {
        return "{\"webhook_id\":\"1\",\"object_type_id\":\"0\",\"event\":{\"type\":\"object_create\",\"object_type_id\":\"0\"},"
                + "\"data\":{\"id\":\"" + id + "\",\"email\":\"contact" + id + "@example.com\"," + FIELDS
                + "},\"timestamp\":\"1760000000\"}";
    }

    @Override
    public void close() {
        http.close(CloseMode.GRACEFUL);
    }
}
