package io.github.camelontraport;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.operation.sync.SyncProgress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The syncs of a component that run now. Logs how far they are. Thread-safe. */
final class RunningSyncs {

    private static final Logger LOG = LoggerFactory.getLogger(RunningSyncs.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final List<SyncProgress> running = new CopyOnWriteArrayList<>();

    List<SyncProgress> all() {
        return List.copyOf(running);
    }

    /** @return to be run when the sync ends */
    Runnable started(SyncProgress progress, TimeSource time, Executor threads) {
        running.add(progress);
        Ticker ticker = new Ticker(progress, time, threads);
        ticker.next();
        return () -> {
            running.remove(progress);
            ticker.end();
        };
    }

    private static final class Ticker {

        private final SyncProgress progress;
        private final TimeSource time;
        private final Executor threads;
        private CompletableFuture<Void> alarm;
        private boolean ended;

        Ticker(SyncProgress progress, TimeSource time, Executor threads) {
            this.progress = progress;
            this.time = time;
            this.threads = threads;
        }

        synchronized void next() {
            if (!ended) {
                alarm = time.after(INTERVAL);
                Futures.onEnd(alarm, (unused, failure) -> {
                    if (failure == null) {
                        // Appenders of logs may block.
                        threads.execute(this::tick);
                    }
                });
            }
        }

        private void tick() {
            LOG.info("{}", progress.line());
            next();
        }

        synchronized void end() {
            ended = true;
            alarm.cancel(false);
        }
    }
}
