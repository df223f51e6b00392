package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.server.RollingLimit;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Camel's throttler before the same account, all times divided alike. */
final class ScaledHour {

    private static final int SENDERS = 8;

    private final long minute;
    private final RollingLimit server;

    ScaledHour(int hourMillis) {
        minute = Duration.ofMillis(hourMillis).toNanos() / 60;
        server = new RollingLimit(Quota.LIMIT, minute);
    }

    RollingLimit run() {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try (CamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:call")
                            .throttle(Quota.LIMIT)
                            .timePeriodMillis(minute / 1_000_000)
                            .process(exchange -> answer());
                }
            });
            camel.start();
            ProducerTemplate template = camel.createProducerTemplate();
            long end = System.nanoTime() + 60 * minute;
            for (int i = 0; i < SENDERS; i++) {
                senders.execute(() -> {
                    while (System.nanoTime() - end < 0) {
                        template.sendBody("direct:call", null);
                    }
                });
            }
            senders.shutdown();
            senders.awaitTermination(70 * minute, TimeUnit.NANOSECONDS);
            return server;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer() {
        long latency = Quota.LATENCY.toNanos() * minute / Duration.ofMinutes(1).toNanos();
        LockSupport.parkNanos(latency / 2);
        server.accept(System.nanoTime());
        LockSupport.parkNanos(latency / 2);
    }
}
