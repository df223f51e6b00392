package io.github.camelontraport.api.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.util.concurrent.SizedScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduledTimeSourceTest {

    private static final Duration FAR = Duration.ofDays(1);

    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private final ScheduledTimeSource timeSource = new ScheduledTimeSource(scheduler);

    @BeforeEach
    void asCamelMakesThem() {
        scheduler.setRemoveOnCancelPolicy(true);
    }

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void anAlarmGoesOff() throws Exception {
        assertThat(timeSource.after(Duration.ZERO).get(1, TimeUnit.MINUTES)).isNull();
    }

    @Test
    void aCancelledTimerLeavesTheScheduler() {
        CompletableFuture<Void> alarm = timeSource.after(FAR);
        assertThat(scheduler.getQueue()).hasSize(1);

        alarm.cancel(false);

        assertThat(scheduler.getQueue()).isEmpty();
    }

    @Test
    void closingFailsOpenAndLaterTimers() {
        CompletableFuture<Void> before = timeSource.after(FAR);

        timeSource.close();

        assertThat(before).isCancelled();
        assertThat(timeSource.after(FAR)).isCancelled();
    }

    @Test
    void aSchedulerThatHasStoppedEndsTheWait() {
        scheduler.shutdownNow();

        assertThat(timeSource.after(FAR)).isCancelled();
    }

    @Test
    void aSchedulerThatIsFullRefusesOneAlarmAndEndsNoOther() {
        CompletableFuture<Void> before = timeSource.after(FAR);
        ScheduledTimeSource full = new ScheduledTimeSource(new SizedScheduledExecutorService(scheduler, 1));

        assertThat(full.after(FAR)).isCompletedExceptionally().isNotCancelled();
        assertThat(before).isNotDone();
        before.cancel(false);

        assertThat(full.after(FAR)).isNotDone();
    }
}
