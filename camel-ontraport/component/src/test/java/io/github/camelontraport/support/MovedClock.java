package io.github.camelontraport.support;

import io.github.camelontraport.account.ClientEnvironment;
import io.github.camelontraport.account.ConnectionSettings;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.time.ManualTimeSource;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.route.webhook.WebhookTestSupport;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;

/** The real way to the API, on a clock that only the test moves. */
public final class MovedClock implements ClientEnvironment {

    private final ManualTimeSource timing = new ManualTimeSource();

    @Override
    public TimeSource timing(ScheduledExecutorService scheduler) {
        return timing;
    }

    @Override
    public Transport transport(CamelContext context, ConnectionSettings settings, Executor executor, TimeSource same) {
        return REAL.transport(context, settings, executor, same);
    }

    public void advance(Duration duration) {
        timing.advance(duration);
    }

    /** Waits until somebody waits that long, and passes the time. */
    public void pass(Duration pause) {
        WebhookTestSupport.await("an alarm in " + pause)
                .until(() -> timing.asked().contains(pause));
        timing.advance(pause);
    }
}
