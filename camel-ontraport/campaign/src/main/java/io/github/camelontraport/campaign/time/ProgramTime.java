package io.github.camelontraport.campaign.time;

import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A program's view of the time of its world. Closing it ends the program's own waits only. */
final class ProgramTime implements TimeSource {

    private final VirtualTime time;
    private final Set<CompletableFuture<Void>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    ProgramTime(VirtualTime time) {
        this.time = time;
    }

    @Override
    public long nanoTime() {
        return time.nanoTime();
    }

    @Override
    public Instant now() {
        return time.program();
    }

    @Override
    public CompletableFuture<Void> after(Duration delay) {
        CompletableFuture<Void> alarm = time.after(delay);
        open.add(alarm);
        CompletableFuture<Void> unused = alarm.whenComplete((done, failure) -> open.remove(alarm));
        if (closed) {
            alarm.cancel(false);
        }
        return alarm;
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(alarm -> alarm.cancel(false));
    }
}
