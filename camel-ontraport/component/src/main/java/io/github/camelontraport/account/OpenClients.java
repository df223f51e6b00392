package io.github.camelontraport.account;

import io.github.camelontraport.api.ApiHealth;
import io.github.camelontraport.api.ClientSettings;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.RetryPolicy;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.ratelimit.SlidingWindowRateLimiter;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.operation.batch.RequestBatcher;
import io.github.camelontraport.value.ObjectMetadataCache;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
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

/** What the clients of a component share between its start and its stop: threads, transport and accounts. Thread-safe. */
final class OpenClients {

    private static final Logger LOG = LoggerFactory.getLogger(OpenClients.class);
    /** One for all, so that equal settings are equal. */
    private static final DoubleSupplier JITTER = OpenClients::random;

    /** What Camel's executors take for it. */
    private static final int UNBOUNDED = -1;

    private final ClientOwner owner;
    private final ConnectionSettings connection;
    private final ScheduledExecutorService scheduler;
    private final ExecutorService http;
    private final ExecutorService callbacks;
    private final TimeSource timing;
    private final Transport transport;
    private final AccountMetrics metrics;
    private final Map<AccountKey, AccountContext> accounts = new LinkedHashMap<>();
    /** Weak, as endpoints come and go with toD; a client with a call under way is held by the call. */
    private final Set<OntraportClient> clients = Collections.newSetFromMap(new WeakHashMap<>());

    private record AccountKey(URI baseUrl, String appId) {}

    private static double random() {
        return ThreadLocalRandom.current().nextDouble();
    }

    OpenClients(ClientOwner owner, ClientEnvironment environment) {
        this.owner = owner;
        connection = owner.connectionSettings();
        metrics = AccountMetrics.of(owner);
        ExecutorServiceManager executors = owner.getCamelContext().getExecutorServiceManager();
        scheduler = executors.newScheduledThreadPool(owner, "OntraportTiming", alarms());
        // Cached, not bounded: a route that calls back into the component and waits would otherwise wait for the
        // very threads that it holds. There are never more than exchanges under way.
        http = executors.newCachedThreadPool(owner, "OntraportHttp");
        callbacks = executors.newCachedThreadPool(owner, "OntraportCallback");
        try {
            timing = environment.timing(scheduler);
            transport = environment.transport(owner.getCamelContext(), connection, http, timing);
        } catch (RuntimeException | Error e) {
            // Such as a key store that is missing: each attempt to start would leave its threads behind.
            shutdownThreads();
            metrics.close();
            throw e;
        }
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

    /** The accounts that have been used, in the order of their first use. */
    synchronized List<AccountContext> accounts() {
        return List.copyOf(accounts.values());
    }

    private synchronized List<OntraportClient> clients() {
        return List.copyOf(clients);
    }

    /** Where exchanges go on. */
    Executor callbacks() {
        return callbacks;
    }

    synchronized AccountConnection client(AccountSettings settings) {
        AccountContext account = accounts.computeIfAbsent(
                new AccountKey(settings.baseUrl(), settings.credentials().appId()),
                key -> account(settings.baseUrl().getHost()));
        ApiHealth health = account.health().computeIfAbsent(settings.credentials(), key -> new ApiHealth(timing));
        ClientSettings ours = new ClientSettings(
                settings.baseUrl(),
                settings.credentials(),
                settings.requestTimeout(),
                connection.rateLimitTimeout(),
                new RetryPolicy(settings.maxRetries(), settings.retryDelay(), settings.maxRetryDelay(), JITTER));
        OntraportClient client =
                new OntraportClient(ours, transport, account.rateLimiter(), timing, health, account.counters());
        clients.add(client);
        return new AccountConnection(client, ours, account.metadata(), timing, account.batcher());
    }

    private AccountContext account(String host) {
        AccountContext account = new AccountContext(
                accounts.size() + 1,
                host,
                new SlidingWindowRateLimiter(connection.requestsPerMinute(), timing, JITTER),
                new ObjectMetadataCache(timing),
                new RequestBatcher<>(timing),
                new RequestCounters());
        account.counters().addListener(counts -> metrics.operation(account, counts));
        metrics.account(account);
        return account;
    }

    /** Sends the requests that wait to be joined with others, and from now on each at once. */
    CompletableFuture<Void> drain() {
        return CompletableFuture.allOf(
                accounts().stream().map(account -> account.batcher().drain()).toArray(CompletableFuture[]::new));
    }

    /** Waits for requests that are joined with others, no longer than Camel waits for routes. */
    private void awaitBatches() {
        ShutdownStrategy routes = owner.getCamelContext().getShutdownStrategy();
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
        awaitBatches();
        // First complete every exchange that still waits, then end the threads on which they go on.
        accounts().forEach(account -> account.rateLimiter().close());
        clients().forEach(OntraportClient::close);
        timing.close();
        shutdownThreads();
        metrics.close();
    }

    private void shutdownThreads() {
        ExecutorServiceManager executors = owner.getCamelContext().getExecutorServiceManager();
        executors.shutdownGraceful(callbacks);
        executors.shutdownNow(http);
        executors.shutdownNow(scheduler);
    }
}
