package io.github.camelontraport.campaign.time;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Knows which of its tasks no thread has begun. */
final class CountingPool extends ThreadPoolExecutor {

    private final HandoverCount handovers;

    CountingPool(
            HandoverCount handovers,
            int core,
            int most,
            long keepAlive,
            TimeUnit unit,
            BlockingQueue<Runnable> queue,
            ThreadFactory threads,
            RejectedExecutionHandler rejected) {
        super(core, most, keepAlive, unit, queue, threads, rejected);
        this.handovers = handovers;
    }

    @Override
    public void execute(Runnable command) {
        HandoverCount.Task task = handovers.of(command);
        try {
            super.execute(task);
        } catch (RuntimeException | Error e) {
            task.drop();
            throw e;
        }
    }

    @Override
    public List<Runnable> shutdownNow() {
        return super.shutdownNow().stream().map(CountingPool::dropped).toList();
    }

    private static Runnable dropped(Runnable left) {
        if (left instanceof HandoverCount.Task task) {
            task.drop();
            return task.work();
        }
        return left;
    }
}
