package io.github.camelontraport.account;

import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/** Makes the thread that fires timers. */
final class TimerThread {

    /** What Camel's executors take for it. */
    private static final int UNBOUNDED = -1;

    private TimerThread() {}

    /**
     * Not by the default profile, which refuses timers beyond its queue: the number of exchanges is the bound, as each
     * waits for few at a time.
     */
    static ScheduledExecutorService of(CamelContext context, Object source, String name) {
        ThreadPoolProfile profile = new ThreadPoolProfile(name);
        profile.setPoolSize(1);
        profile.setMaxPoolSize(1);
        profile.setMaxQueueSize(UNBOUNDED);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return context.getExecutorServiceManager().newScheduledThreadPool(source, name, profile);
    }
}
