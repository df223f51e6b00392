package io.github.camelontraport.verify;

import io.github.camelontraport.api.ApiHealth;
import io.github.camelontraport.api.CallListener;
import io.github.camelontraport.api.ClientSettings;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.RetryPolicy;
import io.github.camelontraport.api.http.ApacheTransport;
import io.github.camelontraport.api.http.PoolSettings;
import io.github.camelontraport.api.http.PooledClient;
import io.github.camelontraport.api.ratelimit.SlidingWindowRateLimiter;
import io.github.camelontraport.api.time.ScheduledTimeSource;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.io.CloseMode;

/** The component's API client with the component's defaults, except that it repeats once, as requests are few. */
final class AccountClient implements AutoCloseable {

    static final int MAX_REQUESTS = 40;

    private static final int REQUESTS_PER_MINUTE = 180;
    private static final int MAX_REPLY_SIZE = 64 * 1024 * 1024;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration RATE_LIMIT_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration RETRY_DELAY = Duration.ofMillis(500);

    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(AccountClient::thread);
    /** Resolves names of hosts, which blocks. */
    private final ExecutorService connector = Executors.newCachedThreadPool(AccountClient::thread);

    private final ScheduledTimeSource timeSource = new ScheduledTimeSource(scheduler);
    private final SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(
            REQUESTS_PER_MINUTE, timeSource, () -> ThreadLocalRandom.current().nextDouble());
    private final ReadOnlyTransport transport;
    private final OntraportClient client;

    AccountClient(VerifySettings settings) {
        CloseableHttpAsyncClient http = PooledClient.of(
                new PoolSettings(CONNECT_TIMEOUT, IDLE_TIMEOUT, null, null, AccountClient::thread, connector),
                timeSource);
        transport = new ReadOnlyTransport(
                new ApacheTransport(http, MAX_REPLY_SIZE, timeSource, () -> http.close(CloseMode.IMMEDIATE)),
                MAX_REQUESTS);
        client = new OntraportClient(
                new ClientSettings(
                        settings.baseUrl(),
                        settings.credentials(),
                        REQUEST_TIMEOUT,
                        RATE_LIMIT_TIMEOUT,
                        new RetryPolicy(1, RETRY_DELAY, RETRY_DELAY, () -> ThreadLocalRandom.current()
                                .nextDouble())),
                transport,
                limiter,
                timeSource,
                new ApiHealth(timeSource),
                CallListener.NONE);
    }

    /** The account as it is seen from now on; it forgets what was read before. */
    Account account() {
        return new Account(client, transport);
    }

    @Override
    public void close() {
        client.close();
        transport.close();
        limiter.close();
        timeSource.close();
        scheduler.shutdownNow();
        connector.shutdownNow();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "verify");
        thread.setDaemon(true);
        return thread;
    }
}
