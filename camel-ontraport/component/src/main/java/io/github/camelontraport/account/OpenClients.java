package io.github.camelontraport.account;

import io.github.camelontraport.api.ApiHealth;
import io.github.camelontraport.api.ClientSettings;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.RetryPolicy;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.operation.batch.RequestBatcher;
import io.github.camelontraport.value.ObjectMetadataCache;
import java.time.Duration;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ShutdownStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the clients of a component share between its start and its stop: threads, transport and accounts. Thread-safe. */
final class OpenClients {

    private static final Logger LOG = LoggerFactory.getLogger(OpenClients.class);

    /** After this time an account that no endpoint uses is dropped, with its counters and meters. In nanoseconds. */
    private static final long UNUSED_TIME = Duration.ofMinutes(10).toNanos();

    private static final int CALLBACK_THREADS =
            Math.max(8, 2 * Runtime.getRuntime().availableProcessors());

    private final ClientOwner owner;
    private final ClientEnvironment environment;
    private final ConnectionSettings connection;
    private final ScheduledExecutorService scheduler;
    private final ExecutorService connector;
    private final ExecutorService callbackPool;
    private final Executor callbacks;
    private final TimeSource timing;
    private final Transport transport;
    private final AccountMetrics metrics;
    private final Map<AccountKey, Use> accounts = new LinkedHashMap<>();
    /** Weak, as endpoints come and go with toD; a client with a call under way is held by the call. */
    private final Set<OntraportClient> clients = Collections.newSetFromMap(new WeakHashMap<>());

    private int lastNumber;

    /** An account and the number of open connections to it. */
    private static final class Use {

        private final AccountContext account;
        private int users;
        private long unusedSince;

        Use(AccountContext account) {
            this.account = account;
        }
    }

    OpenClients(ClientOwner owner, ClientEnvironment environment) {
        this.owner = owner;
        this.environment = environment;
        connection = owner.connectionSettings();
        metrics = AccountMetrics.of(owner);
        ExecutorServiceManager executors = owner.getCamelContext().getExecutorServiceManager();
        scheduler = TimerThread.of(owner.getCamelContext(), owner, "OntraportTiming");
        connector = executors.newCachedThreadPool(owner, "OntraportConnect");
        // Not bounded, as a route may call the component and wait: CallbackThreads takes as few threads as it can.
        callbackPool = executors.newCachedThreadPool(owner, "OntraportCallback");
        try {
            timing = environment.timing(scheduler);
            callbacks = new CallbackThreads(callbackPool, timing, CALLBACK_THREADS);
            transport = environment.transport(owner.getCamelContext(), connection, connector, timing);
        } catch (RuntimeException | Error e) {
            // Such as a key store that is missing: each attempt to start would leave its threads behind.
            shutdownThreads();
            metrics.close();
            throw e;
        }
    }

    /** The accounts in use, in the order of their first use. */
    synchronized List<AccountContext> accounts() {
        dropUnused();
        return accounts.values().stream().map(use -> use.account).toList();
    }

    private synchronized List<OntraportClient> clients() {
        return List.copyOf(clients);
    }

    /** Where exchanges go on. */
    Executor callbacks() {
        return callbacks;
    }

    synchronized AccountConnection client(AccountSettings settings) {
        dropUnused();
        AccountKey key =
                new AccountKey(settings.baseUrl(), settings.credentials().appId());
        Use use = accounts.computeIfAbsent(key, account -> new Use(account(account)));
        AccountContext account = use.account;
        ApiHealth health = account.health().computeIfAbsent(settings.credentials(), same -> new ApiHealth(timing));
        ClientSettings ours = new ClientSettings(
                settings.baseUrl(),
                settings.credentials(),
                settings.requestTimeout(),
                connection.rateLimitTimeout(),
                new RetryPolicy(
                        settings.maxRetries(), settings.retryDelay(), settings.maxRetryDelay(), environment.jitter()));
        OntraportClient client =
                new OntraportClient(ours, transport, account.rateLimiter(), timing, health, account.counters());
        clients.add(client);
        use.users++;
        return new AccountConnection(
                client, ours, account.metadata(), timing, account.batcher(), account.rows(), () -> release(use));
    }

    private AccountContext account(AccountKey key) {
        PlainHttpWarning.log(key.baseUrl(), connection.proxy());
        CamelContext context = owner.getCamelContext();
        AccountContext account = new AccountContext(
                ++lastNumber,
                key.baseUrl().getHost(),
                AccountLimiters.of(context)
                        .open(key, connection.requestsPerMinute(), environment.jitter(), context, environment),
                new ObjectMetadataCache(timing),
                new RequestBatcher<>(timing),
                new RequestCounters());
        account.counters().addListener(counts -> metrics.operation(account, counts));
        account.rows().addListener((outcome, count) -> metrics.rows(account, outcome, count));
        metrics.account(account);
        return account;
    }

    private synchronized void release(Use use) {
        use.users--;
        use.unusedSince = timing.nanoTime();
        dropUnused();
    }

    /** Routes with toD can name thousands of accounts, each for a short time. */
    private void dropUnused() {
        long now = timing.nanoTime();
        accounts.values().removeIf(use -> {
            boolean unused = use.users == 0
                    && now - use.unusedSince >= UNUSED_TIME
                    && use.account.rateLimiter().isIdle();
            if (unused) {
                metrics.remove(use.account);
                use.account.rateLimiter().close();
            }
            return unused;
        });
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
        // First complete every exchange that still waits, then end the threads on which they go on. The clients come
        // before
        // their limiters, so that what makes call after call sees that it is to end.
        clients().forEach(OntraportClient::close);
        accounts().forEach(account -> account.rateLimiter().close());
        timing.close();
        transport.close();
        shutdownThreads();
        metrics.close();
    }

    private void shutdownThreads() {
        ExecutorServiceManager executors = owner.getCamelContext().getExecutorServiceManager();
        executors.shutdownGraceful(callbackPool);
        executors.shutdownNow(connector);
        executors.shutdownNow(scheduler);
    }
}
