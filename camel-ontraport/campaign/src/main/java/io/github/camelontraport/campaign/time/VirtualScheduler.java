package io.github.camelontraport.campaign.time;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.service.ServiceSupport;

/** Polls as Camel's own scheduler does, with a fixed delay, in virtual time. */
public final class VirtualScheduler extends ServiceSupport implements ScheduledPollConsumerScheduler {

    private final VirtualTime time;
    private final Duration delay;
    private CamelContext context;
    private Consumer consumer;
    private Runnable poll;
    private ExecutorService thread;
    private CompletableFuture<Void> alarm = CompletableFuture.completedFuture(null);

    public VirtualScheduler(VirtualTime time, Duration delay) {
        this.time = time;
        this.delay = delay;
    }

    @Override
    public void onInit(Consumer of) {
        consumer = of;
    }

    @Override
    public void scheduleTask(Runnable task) {
        poll = task;
    }

    @Override
    public synchronized void unscheduleTask() {
        alarm.cancel(false);
    }

    @Override
    public void startScheduler() {
        next(Duration.ofMillis(1));
    }

    private synchronized void next(Duration wait) {
        if (thread == null || thread.isShutdown()) {
            return;
        }
        alarm = time.after(wait);
        CompletableFuture<Void> unused = alarm.thenRun(this::begin);
    }

    private synchronized void begin() {
        if (thread == null || thread.isShutdown()) {
            return;
        }
        try {
            thread.execute(() -> {
                // As of a ScheduledExecutorService: a task that throws does not come again.
                poll.run();
                next(delay);
            });
        } catch (RejectedExecutionException e) {
            alarm.cancel(false);
        }
    }

    @Override
    public boolean isSchedulerStarted() {
        return thread != null && !thread.isShutdown();
    }

    @Override
    protected synchronized void doStart() {
        thread = context.getExecutorServiceManager()
                .newSingleThreadExecutor(this, consumer.getEndpoint().toString());
    }

    @Override
    protected synchronized void doStop() {
        alarm.cancel(false);
        if (thread != null) {
            context.getExecutorServiceManager().shutdownNow(thread);
            thread = null;
        }
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        context = camelContext;
    }

    @Override
    public CamelContext getCamelContext() {
        return context;
    }
}
