package io.github.camelontraport.campaign.time;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.support.DefaultThreadPoolFactory;

/** Makes the pools of a program's Camel context. */
public final class CountingPools extends DefaultThreadPoolFactory {

    private final HandoverCount handovers;

    CountingPools(HandoverCount handovers) {
        this.handovers = handovers;
    }

    @Override
    public ExecutorService newCachedThreadPool(ThreadFactory threadFactory) {
        return new CountingPool(
                handovers,
                0,
                Integer.MAX_VALUE,
                60,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                threadFactory,
                new ThreadPoolExecutor.AbortPolicy());
    }

    @Override
    public ExecutorService newThreadPool(
            int corePoolSize,
            int maxPoolSize,
            long keepAliveTime,
            TimeUnit timeUnit,
            int maxQueueSize,
            boolean allowCoreThreadTimeOut,
            RejectedExecutionHandler rejectedExecutionHandler,
            ThreadFactory threadFactory) {
        CountingPool pool = new CountingPool(
                handovers,
                corePoolSize,
                Math.max(corePoolSize, maxPoolSize),
                keepAliveTime,
                timeUnit,
                maxQueueSize == 0 ? new SynchronousQueue<>() : queue(maxQueueSize),
                threadFactory,
                rejectedExecutionHandler == null ? new ThreadPoolExecutor.AbortPolicy() : rejectedExecutionHandler);
        pool.allowCoreThreadTimeOut(allowCoreThreadTimeOut && keepAliveTime > 0);
        return pool;
    }

    private static LinkedBlockingQueue<Runnable> queue(int size) {
        return size < 0 ? new LinkedBlockingQueue<>() : new LinkedBlockingQueue<>(size);
    }
}
