package io.github.camelontraport.account;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiHealth;
import io.github.camelontraport.api.BaseUrl;
import io.github.camelontraport.api.ClientSettings;
import io.github.camelontraport.api.Credentials;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.RetryPolicy;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.ratelimit.SlidingWindowRateLimiter;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.batch.RequestBatcher;
import io.github.camelontraport.value.ObjectMetadataCache;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleSupplier;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ShutdownStrategy;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the endpoints of a component share, made when the first of them starts: threads, HTTP client, and for each
 * account its budget and metadata. Thread-safe.
 */
public final class ClientRegistry implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClientRegistry.class);
    /** One for all, so that equal settings are equal. */
    private static final DoubleSupplier JITTER =
            () -> ThreadLocalRandom.current().nextDouble();

    /** What Camel's executors take for it. */
    private static final int UNBOUNDED = -1;

    private final OntraportComponent component;
    private final ClientEnvironment ground;
    private Running running;
    private boolean stopped;

    public ClientRegistry(OntraportComponent component, ClientEnvironment ground) {
        this.component = component;
        this.ground = ground;
    }

    /** A client for one endpoint's settings, and what its account shares. */
    public record Connection(
            OntraportClient client,
            ClientSettings settings,
            ObjectMetadataCache metadata,
            TimeSource timing,
            RequestBatcher<OperationResult> joiner) {}

    private record AccountKey(URI baseUrl, String appId) {}

    /** Lets connections be opened again after a stop. */
    public synchronized void start() {
        stopped = false;
    }

    public synchronized Connection open(OntraportConfiguration settings) {
        if (stopped) {
            throw ApiException.details(ApiException.Kind.CONNECTION, "The ontraport component is stopped")
                    .build();
        }
        if (running == null) {
            running = new Running();
        }
        return running.open(settings);
    }

    /** Runs what leads back into a route on a thread of Camel's; when there is none any more, right here. */
    public void dispatch(Runnable task) {
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
        return CompletableFuture.allOf(
                accounts().stream().map(account -> account.joiner().drain()).toArray(CompletableFuture[]::new));
    }

    /** Sends the requests that wait for others; what comes later waits again. */
    void flush() {
        accounts().forEach(account -> account.joiner().flush());
    }

    /** The accounts that have been used since the start, in that order. */
    public synchronized List<AccountContext> accounts() {
        return running == null ? List.of() : List.copyOf(running.accounts.values());
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
        private final TimeSource timing;
        private final Transport transport;
        private final AccountMetrics meters = AccountMetrics.of(component);
        private final Map<AccountKey, AccountContext> accounts = new LinkedHashMap<>();
        /** Weak, as endpoints come and go with toD; a client with a call under way is held by the call. */
        private final Set<OntraportClient> clients = Collections.newSetFromMap(new WeakHashMap<>());

        Running() {
            ExecutorServiceManager executors = component.getCamelContext().getExecutorServiceManager();
            scheduler = executors.newScheduledThreadPool(component, "OntraportTiming", alarms());
            // Cached, not bounded: a route that calls back into the component and waits would otherwise wait for the
            // very threads that it holds. There are never more than exchanges under way.
            http = executors.newCachedThreadPool(component, "OntraportHttp");
            callbacks = executors.newCachedThreadPool(component, "OntraportCallback");
            timing = ground.timing(scheduler);
            transport = ground.transport(component, http, timing);
        }

        /**
         * Not by the default profile, which refuses alarms beyond its queue: the number of exchanges is the bound, as each
         * waits for few at a time.
         */
        private static ThreadPoolProfile alarms() {
            ThreadPoolProfile profile = new ThreadPoolProfile("OntraportTiming");
            profile.setPoolSize(1);
            profile.setMaxPoolSize(1);
            profile.setMaxQueueSize(UNBOUNDED);
            profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
            return profile;
        }

        Connection open(OntraportConfiguration settings) {
            URI baseUrl = BaseUrl.parse(settings.getBaseUrl());
            Credentials credentials = new Credentials(settings.getApiKey(), settings.getAppId());
            AccountContext account = accounts.computeIfAbsent(
                    new AccountKey(baseUrl, settings.getAppId()), key -> account(baseUrl.getHost()));
            ApiHealth pulse = account.pulses().computeIfAbsent(credentials, key -> new ApiHealth(timing));
            ClientSettings ours = settings(settings, baseUrl, credentials);
            OntraportClient client =
                    new OntraportClient(ours, transport, account.budget(), timing, pulse, account.counts());
            clients.add(client);
            return new Connection(client, ours, account.metadata(), timing, account.joiner());
        }

        private AccountContext account(String host) {
            int limit = component.getConfiguration().getRequestsPerMinute();
            AccountContext account = new AccountContext(
                    accounts.size() + 1,
                    host,
                    new SlidingWindowRateLimiter(limit, timing, JITTER),
                    new ObjectMetadataCache(timing),
                    new RequestBatcher<>(timing),
                    new RequestCounters());
            account.counts().addListener(counts -> meters.operation(account, counts));
            meters.account(account);
            return account;
        }

        private ClientSettings settings(OntraportConfiguration settings, URI baseUrl, Credentials credentials) {
            return new ClientSettings(
                    baseUrl,
                    credentials,
                    Duration.ofMillis(settings.getRequestTimeout()),
                    Duration.ofMillis(component.getConfiguration().getRateLimitTimeout()),
                    new RetryPolicy(
                            settings.getMaxRetries(),
                            Duration.ofMillis(settings.getRetryDelay()),
                            Duration.ofMillis(settings.getMaxRetryDelay()),
                            JITTER));
        }

        /** What was only waiting for company is done, not given up, if that takes no longer than routes may take. */
        private void awaitJoined() {
            ShutdownStrategy routes = component.getCamelContext().getShutdownStrategy();
            // The strategy of Quarkus' dev mode has no unit.
            TimeUnit unit = routes.getTimeUnit() == null ? TimeUnit.SECONDS : routes.getTimeUnit();
            try {
                drain().get(routes.getTimeout(), unit);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                LOG.warn(
                        "Requests that were joined by batchDelay are given up: not answered within {} {} of the stop",
                        routes.getTimeout(),
                        unit);
            }
        }

        void close() {
            awaitJoined();
            // First answer every exchange that still waits, then let go of the threads that carry the answers.
            accounts.values().forEach(account -> account.budget().close());
            List.copyOf(clients).forEach(OntraportClient::close);
            timing.close();
            ExecutorServiceManager executors = component.getCamelContext().getExecutorServiceManager();
            executors.shutdownGraceful(callbacks);
            executors.shutdownNow(http);
            executors.shutdownNow(scheduler);
            meters.close();
        }
    }
}
