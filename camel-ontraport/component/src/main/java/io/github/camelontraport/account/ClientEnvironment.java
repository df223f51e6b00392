package io.github.camelontraport.account;

import io.github.camelontraport.api.http.JdkTransport;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.time.ScheduledTimeSource;
import io.github.camelontraport.api.time.TimeSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;

/** Supplies clock and transport; tests substitute both. */
public interface ClientEnvironment {

    /** The system's clock and the JDK's HTTP client. */
    ClientEnvironment REAL = new ClientEnvironment() {

        /** Far above fifty records of any type, and far below what would harm a small container. */
        private static final int MAX_REPLY_SIZE = 64 * 1024 * 1024;

        @Override
        public TimeSource timing(ScheduledExecutorService scheduler) {
            return new ScheduledTimeSource(scheduler);
        }

        @Override
        public Transport transport(
                CamelContext context, ConnectionSettings settings, Executor executor, TimeSource timing) {
            return new JdkTransport(HttpClientFactory.of(context, settings, executor), MAX_REPLY_SIZE, timing);
        }
    };

    TimeSource timing(ScheduledExecutorService scheduler);

    Transport transport(CamelContext context, ConnectionSettings settings, Executor executor, TimeSource timing);
}
