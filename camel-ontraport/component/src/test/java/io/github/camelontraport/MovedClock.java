package io.github.camelontraport;

import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.time.ManualTiming;
import io.github.camelontraport.api.time.Timing;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** The real way to the API, on a clock that only the test moves. */
final class MovedClock implements Ground {

    private final ManualTiming timing = new ManualTiming();

    @Override
    public Timing timing(ScheduledExecutorService scheduler) {
        return timing;
    }

    @Override
    public Transport transport(OntraportComponent component, Executor executor, Timing same) {
        return REAL.transport(component, executor, same);
    }

    /** Waits until somebody waits that long, and passes the time. */
    void pass(Duration pause) {
        WebhookTestSupport.await("an alarm in " + pause).until(() -> timing.asked().contains(pause));
        timing.advance(pause);
    }
}
