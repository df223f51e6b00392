package io.github.camelontraport.support;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.RootPackage;
import io.github.camelontraport.account.ClientEnvironment;
import io.github.camelontraport.account.ConnectionSettings;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.api.time.ManualTimeSource;
import io.github.camelontraport.api.time.ScheduledTimeSource;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultThreadPoolFactory;

/**
 * An account in this process and Camel contexts that reach it without a network, on one clock that only the test
 * moves. Everything runs on the thread that moves it.
 */
public final class VirtualAccount implements ClientEnvironment, AutoCloseable {

    /** Something between the two that spoils a request: answers it, or lets it pass with {@code null}. */
    public interface Network {
        CompletionStage<TransportResponse> spoil(TransportRequest call, Transport account);
    }

    private static final Duration NEVER = Duration.ofDays(1);

    private final ManualTimeSource timing = new ManualTimeSource();
    /** Of a fixed seed, so that a test repeats. */
    private final DoubleSupplier chance = new Random(20261130)::nextDouble;

    private final OntraportSandbox sandbox =
            OntraportSandbox.builder().http(false).clock(timing.clock()).start();
    private final Duration latency;
    private Network network = (call, account) -> null;

    /** @param latency from sending a request to its reply; the account sees it in the middle */
    public VirtualAccount(Duration latency) {
        this.latency = latency;
    }

    public OntraportSandbox sandbox() {
        return sandbox;
    }

    public ManualTimeSource clock() {
        return timing;
    }

    public void network(Network value) {
        network = value;
    }

    public void reset() {
        sandbox.reset();
        network = (call, account) -> null;
    }

    /** A context of its own, which knows nothing of others on the account. */
    public CamelContext context() throws Exception {
        CamelContext context = new DefaultCamelContext();
        context.getExecutorServiceManager().setThreadPoolFactory(new SameThread());
        OntraportComponent component = RootPackage.component(this);
        component.getConfiguration().setBaseUrl(sandbox.baseUrl());
        component.getConfiguration().setApiKey(sandbox.apiKey());
        component.getConfiguration().setAppId(sandbox.appId());
        context.addComponent("ontraport", component);
        context.start();
        return context;
    }

    /** Sends an exchange; it is done when the clock has moved on far enough. */
    public static void send(Endpoint endpoint, Object body, Map<String, Object> headers, Consumer<Exchange> then)
            throws Exception {
        AsyncProducer producer = endpoint.createAsyncProducer();
        producer.start();
        send(producer, body, headers, then);
    }

    public static void send(AsyncProducer producer, Object body, Map<String, Object> headers, Consumer<Exchange> then) {
        Exchange exchange = new DefaultExchange(producer.getEndpoint().getCamelContext());
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeaders(new HashMap<>(headers));
        producer.process(exchange, doneSync -> then.accept(exchange));
    }

    @Override
    public DoubleSupplier jitter() {
        return chance;
    }

    @Override
    public TimeSource timing(ScheduledExecutorService scheduler) {
        return new OwnAlarms(scheduler);
    }

    @Override
    public Transport transport(CamelContext context, ConnectionSettings settings, Executor executor, TimeSource same) {
        return call -> {
            CompletionStage<TransportResponse> spoilt = network.spoil(call, this::answer);
            return spoilt == null ? answer(call) : spoilt;
        };
    }

    private CompletionStage<TransportResponse> answer(TransportRequest call) {
        return timing.after(latency.dividedBy(2)).thenCompose(arrived -> {
            CompletionStage<TransportResponse> reply = now(call);
            return timing.after(latency.dividedBy(2)).thenCompose(back -> reply);
        });
    }

    private CompletionStage<TransportResponse> now(TransportRequest call) {
        String query = call.uri().getRawQuery();
        String body = call.body() == null ? "" : new String(call.body(), StandardCharsets.UTF_8);
        return sandbox.answer(
                        call.method(),
                        call.uri().getRawPath() + (query == null ? "" : "?" + query),
                        call.headers(),
                        body)
                .map(reply -> CompletableFuture.completedFuture(new TransportResponse(
                        reply.status(), reply.headers(), reply.body().getBytes(StandardCharsets.UTF_8))))
                .orElseGet(() -> CompletableFuture.failedFuture(new IOException("The connection was dropped")));
    }

    @Override
    public void close() {
        sandbox.close();
    }

    /**
     * The common clock; a context that stops ends its own waits only. What waits takes room in the context's own
     * scheduler, though that never gets to ring.
     */
    private final class OwnAlarms implements TimeSource {

        private final ScheduledTimeSource alarms;

        OwnAlarms(ScheduledExecutorService scheduler) {
            alarms = new ScheduledTimeSource(scheduler);
        }

        @Override
        public long nanoTime() {
            return timing.nanoTime();
        }

        @Override
        public Instant now() {
            return timing.now();
        }

        @Override
        public CompletableFuture<Void> after(Duration delay) {
            CompletableFuture<Void> alarm = alarms.after(NEVER);
            timing.after(delay).thenRun(() -> alarm.complete(null));
            return alarm;
        }

        @Override
        public void close() {
            alarms.close();
        }
    }

    private static final class SameThread extends DefaultThreadPoolFactory {

        @Override
        public ExecutorService newCachedThreadPool(ThreadFactory threadFactory) {
            return new AbstractExecutorService() {

                private boolean stopped;

                @Override
                public void execute(Runnable command) {
                    command.run();
                }

                @Override
                public void shutdown() {
                    stopped = true;
                }

                @Override
                public List<Runnable> shutdownNow() {
                    stopped = true;
                    return List.of();
                }

                @Override
                public boolean isShutdown() {
                    return stopped;
                }

                @Override
                public boolean isTerminated() {
                    return stopped;
                }

                @Override
                public boolean awaitTermination(long timeout, TimeUnit unit) {
                    return true;
                }
            };
        }
    }
}
