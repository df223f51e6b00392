package io.github.camelontraport.account;

import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.time.ScheduledTimeSource;
import io.github.camelontraport.api.time.TimeSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.apache.camel.CamelContext;

/** Supplies clock, transport and chance; tests substitute them. */
public interface ClientEnvironment {

    /** Of the system. */
    DoubleSupplier JITTER = () -> ThreadLocalRandom.current().nextDouble();

    /** The system's clock and Apache HttpClient. */
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
            return HttpClientFactory.transport(context, settings, executor, timing, MAX_REPLY_SIZE);
        }
    };

    TimeSource timing(ScheduledExecutorService scheduler);

    /** Random numbers from 0 to 1, which spread pauses. Always the same supplier, so that equal settings are equal. */
    default DoubleSupplier jitter() {
        return JITTER;
    }

    /** @param executor where names of hosts are resolved, which blocks */
    Transport transport(CamelContext context, ConnectionSettings settings, Executor executor, TimeSource timing);
}
