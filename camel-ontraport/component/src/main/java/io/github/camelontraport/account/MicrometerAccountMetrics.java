package io.github.camelontraport.account;

import io.github.camelontraport.account.RequestCounters.Counts;
import io.github.camelontraport.api.ratelimit.RateLimiterStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers meters in every Micrometer registry of the application. The only class that depends on Micrometer. */
final class MicrometerAccountMetrics implements AccountMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(MicrometerAccountMetrics.class);
    private static final String PREFIX = "camel.ontraport.";
    private static final double MILLIS = 1_000;

    private final List<MeterRegistry> registries;
    private final Tags common;
    /** By the numbers of the accounts. */
    private final Map<Integer, Queue<Runnable>> removals = new ConcurrentHashMap<>();

    MicrometerAccountMetrics(ClientOwner owner) {
        this.registries = List.copyOf(owner.getCamelContext().getRegistry().findByType(MeterRegistry.class));
        this.common = Tags.of("camelContext", owner.getCamelContext().getName(), "component", owner.name());
    }

    @Override
    public void account(AccountContext account) {
        gauge(account, "limit", "requests a minute that are in force", RateLimiterStatus::limit);
        gauge(account, "remaining", "requests that could start now", RateLimiterStatus::remaining);
        gauge(account, "waiting", "calls that wait for their turn", RateLimiterStatus::waiting);
        gauge(account, "paused", "seconds until the pause after HTTP 429 is over", state -> seconds(state.pausedFor()));
    }

    @Override
    public void operation(AccountContext account, Counts counts) {
        counter(account, counts, "requests", "HTTP requests sent, repeats included", counts.requests());
        counter(account, counts, "retries", "repeats after failures", counts.retries());
        counter(account, counts, "throttled", "replies with HTTP 429", counts.throttled());
    }

    @Override
    public void rows(AccountContext account, String outcome, LongAdder count) {
        register(account, registry -> FunctionCounter.builder(PREFIX + "sync.rows", count, LongAdder::sum)
                .description("rows of syncs")
                .tags(tags(account).and("outcome", outcome))
                .register(registry));
    }

    private void gauge(
            AccountContext account, String name, String description, ToDoubleFunction<RateLimiterStatus> value) {
        // A registry holds what it measures weakly; the account lives as long as its connection.
        register(account, registry -> Gauge.builder(
                        PREFIX + "budget." + name,
                        account,
                        of -> value.applyAsDouble(of.rateLimiter().status()))
                .description(description)
                .tags(tags(account))
                .register(registry));
    }

    private void counter(AccountContext account, Counts counts, String name, String description, LongAdder count) {
        register(account, registry -> FunctionCounter.builder(PREFIX + name, count, LongAdder::sum)
                .description(description)
                .tags(tags(account).and("operation", counts.operation()))
                .register(registry));
    }

    private void register(AccountContext account, Function<MeterRegistry, Meter> meter) {
        for (MeterRegistry registry : registries) {
            try {
                Meter registered = meter.apply(registry);
                removals.computeIfAbsent(account.number(), number -> new ConcurrentLinkedQueue<>())
                        .add(() -> registry.remove(registered));
            } catch (RuntimeException e) {
                // A registry that refuses a meter must not fail the call that is measured.
                LOG.warn(
                        "A meter of {} is missing in {}: {}",
                        PREFIX,
                        registry.getClass().getName(),
                        e.toString());
            }
        }
    }

    private Tags tags(AccountContext account) {
        return common.and("account", Integer.toString(account.number()), "host", account.host());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }

    @Override
    public void remove(AccountContext account) {
        remove(account.number());
    }

    private void remove(int number) {
        Queue<Runnable> registered = removals.remove(number);
        if (registered != null) {
            registered.forEach(MicrometerAccountMetrics::run);
        }
    }

    private static void run(Runnable removal) {
        try {
            removal.run();
        } catch (RuntimeException e) {
            LOG.warn("A meter of {} stays behind: {}", PREFIX, e.toString());
        }
    }

    /** Removes the meters, or those of the next start would be taken for the same. */
    @Override
    public void close() {
        List.copyOf(removals.keySet()).forEach(this::remove);
    }
}
