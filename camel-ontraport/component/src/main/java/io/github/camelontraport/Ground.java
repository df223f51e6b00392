package io.github.camelontraport;

import io.github.camelontraport.api.http.JdkTransport;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.time.ScheduledTiming;
import io.github.camelontraport.api.time.Timing;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** What connections stand on: time, and the way to the API. Tests that move the clock bring their own. */
interface Ground {

    /** The system's clock and the JDK's HTTP client. */
    Ground REAL = new Ground() {

        /** Far above fifty records of any type, and far below what would harm a small container. */
        private static final int MAX_REPLY_SIZE = 64 * 1024 * 1024;

        @Override
        public Timing timing(ScheduledExecutorService scheduler) {
            return new ScheduledTiming(scheduler);
        }

        @Override
        public Transport transport(OntraportComponent component, Executor executor, Timing timing) {
            return new JdkTransport(HttpClients.of(component, executor), MAX_REPLY_SIZE, timing);
        }
    };

    Timing timing(ScheduledExecutorService scheduler);

    Transport transport(OntraportComponent component, Executor executor, Timing timing);
}
