package io.github.camelontraport;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.BaseUrl;
import io.github.camelontraport.api.CallListener;
import io.github.camelontraport.api.ClientSettings;
import io.github.camelontraport.api.Credentials;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.Pulse;
import io.github.camelontraport.api.RetryPolicy;
import io.github.camelontraport.api.budget.Budget;
import io.github.camelontraport.api.budget.RollingBudget;
import io.github.camelontraport.api.http.JdkTransport;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.time.ScheduledTiming;
import io.github.camelontraport.api.time.Timing;
import io.github.camelontraport.operation.Outcome;
import io.github.camelontraport.operation.join.Joiner;
import io.github.camelontraport.value.Metadata;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleSupplier;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ShutdownStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the endpoints of a component share, made when the first of them starts: threads, HTTP client, and for each
 * account its budget and metadata. Thread-safe.
 */
final class Connections implements AutoCloseable {

    /** Far above fifty records of any type, and far below what would harm a small container. */
    private static final int MAX_REPLY_SIZE = 64 * 1024 * 1024;
    /** One for all, so that equal settings are equal. */
    private static final DoubleSupplier JITTER = () -> ThreadLocalRandom.current().nextDouble();

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final OntraportComponent component;
    private Running running;
    private boolean stopped;

    Connections(OntraportComponent component) {
        this.component = component;
    }

    /** A client for one endpoint's settings, and what its account shares. */
    record Connection(OntraportClient client, ClientSettings settings, Metadata metadata, Timing timing,
                      Joiner<Outcome> joiner) {
    }

    private record AccountKey(URI baseUrl, String appId) {
    }

    private record Account(Budget budget, Metadata metadata, Map<Credentials, Pulse> pulses, Joiner<Outcome> joiner) {
    }

    /** Lets connections be opened again after a stop. */
    synchronized void start() {
        stopped = false;
    }

    synchronized Connection open(OntraportConfiguration settings) {
        if (stopped) {
            throw ApiException.details(ApiException.Kind.CONNECTION, "The ontraport component is stopped").build();
        }
        if (running == null) {
            running = new Running();
        }
        return running.open(settings);
    }

    /** Runs what leads back into a route on a thread of Camel's; when there is none any more, right here. */
    void dispatch(Runnable task) {
        Running now = current();
        try {
            if (now != null) {
                now.callbacks.execute(task);
                return;
            }
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            // Stopped, or no thread to be had: the exchange must have its answer all the same.
        }
        task.run();
    }

    /** Sends the requests that wait for others to be joined with, and from now on each at once. */
    CompletableFuture<Void> drain() {
        Running now = current();
        return now == null ? CompletableFuture.completedFuture(null) : now.drain();
    }

    private synchronized Running current() {
        return running;
    }

    @Override
    public void close() {
        Running now;
        synchronized (this) {
            stopped = true;
            now = running;
        }
        if (now != null) {
            // Not under the lock, as routes go on from here; and forgotten last, so that they do on its threads.
            now.close();
        }
        synchronized (this) {
            running = null;
        }
    }

    private final class Running {

        private final ScheduledExecutorService scheduler;
        private final ExecutorService http;
        private final ExecutorService callbacks;
        private final ScheduledTiming timing;
        private final Transport transport;
        private final Map<AccountKey, Account> accounts = new HashMap<>();
        /** Weak, as endpoints come and go with toD; a client with a call under way is held by the call. */
        private final Set<OntraportClient> clients = Collections.newSetFromMap(new WeakHashMap<>());

        Running() {
            ExecutorServiceManager executors = component.getCamelContext().getExecutorServiceManager();
            scheduler = executors.newSingleThreadScheduledExecutor(component, "OntraportTiming");
            // Cached, not bounded: a route that calls back into the component and waits would otherwise wait for the
            // very threads that it holds. There are never more than exchanges under way.
            http = executors.newCachedThreadPool(component, "OntraportHttp");
            callbacks = executors.newCachedThreadPool(component, "OntraportCallback");
            timing = new ScheduledTiming(scheduler);
            transport = new JdkTransport(HttpClients.of(component, http), MAX_REPLY_SIZE, timing);
        }

        Connection open(OntraportConfiguration settings) {
            URI baseUrl = BaseUrl.parse(settings.getBaseUrl());
            Credentials credentials = new Credentials(settings.getApiKey(), settings.getAppId());
            Account account = accounts.computeIfAbsent(new AccountKey(baseUrl, settings.getAppId()), key -> account());
            Pulse pulse = account.pulses.computeIfAbsent(credentials, key -> new Pulse(timing));
            ClientSettings ours = settings(settings, baseUrl, credentials);
            OntraportClient client = new OntraportClient(
                    ours, transport, account.budget, timing, pulse, CallListener.NONE);
            clients.add(client);
            return new Connection(client, ours, account.metadata, timing, account.joiner);
        }

        private Account account() {
            Timing clock = timing;
            int limit = component.getConfiguration().getRequestsPerMinute();
            return new Account(new RollingBudget(limit, clock, JITTER), new Metadata(clock),
                    new HashMap<>(), new Joiner<>(clock));
        }

        private ClientSettings settings(OntraportConfiguration settings, URI baseUrl, Credentials credentials) {
            return new ClientSettings(baseUrl, credentials, Duration.ofMillis(settings.getRequestTimeout()),
                    Duration.ofMillis(component.getConfiguration().getRateLimitTimeout()),
                    new RetryPolicy(settings.getMaxRetries(), Duration.ofMillis(settings.getRetryDelay()),
                            Duration.ofMillis(settings.getMaxRetryDelay()), JITTER));
        }

        CompletableFuture<Void> drain() {
            synchronized (Connections.this) {
                return CompletableFuture.allOf(
                        accounts.values().stream().map(account -> account.joiner.drain()).toArray(CompletableFuture[]::new));
            }
        }

        /** What was only waiting for company is done, not given up, if that takes no longer than routes may take. */
        private void awaitJoined() {
            ShutdownStrategy routes = component.getCamelContext().getShutdownStrategy();
            try {
                drain().get(routes.getTimeout(), routes.getTimeUnit());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                LOG.warn("Requests that were joined by batchDelay are given up: not answered within {} {} of the stop",
                        routes.getTimeout(), routes.getTimeUnit());
            }
        }

        void close() {
            awaitJoined();
            // First answer every exchange that still waits, then let go of the threads that carry the answers.
            accounts.values().forEach(account -> account.budget.close());
            List.copyOf(clients).forEach(OntraportClient::close);
            timing.close();
            ExecutorServiceManager executors = component.getCamelContext().getExecutorServiceManager();
            executors.shutdownGraceful(callbacks);
            executors.shutdownNow(http);
            executors.shutdownNow(scheduler);
        }
    }
}
