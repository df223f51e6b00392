package io.github.camelontraport.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.time.ManualTimeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** The threads are a list of tasks here, which the test runs. */
class CallbackThreadsTest {

    private static final int USUAL = 4;

    private final ManualTimeSource timeSource = new ManualTimeSource();
    private final List<Runnable> threads = new ArrayList<>();
    private final List<Integer> done = new ArrayList<>();
    private final CallbackThreads callbacks = new CallbackThreads(threads::add, timeSource, USUAL);

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            int number = i;
            callbacks.execute(() -> done.add(number));
        }
    }

    @Test
    void aThousandAtOnceTakeFewThreads() {
        add(1000);

        assertThat(threads).hasSize(USUAL);
        threads.get(0).run();
        assertThat(done).hasSize(1000).isSorted();
        timeSource.advance(CallbackThreads.MAX_CALLBACK_DELAY.multipliedBy(10));
        assertThat(threads).hasSize(USUAL);
    }

    @Test
    void threadsDoubleWhileCallbacksWaitTooLong() {
        add(100);
        timeSource.advance(CallbackThreads.MAX_CALLBACK_DELAY.minusNanos(1));
        assertThat(threads).hasSize(USUAL);
        timeSource.advance(CallbackThreads.MAX_CALLBACK_DELAY.dividedBy(2));
        assertThat(threads).hasSize(2 * USUAL);
        timeSource.advance(CallbackThreads.MAX_CALLBACK_DELAY);
        assertThat(threads).hasSize(4 * USUAL);
        timeSource.advance(CallbackThreads.MAX_CALLBACK_DELAY.multipliedBy(100));
        assertThat(threads).hasSize(100);

        List.copyOf(threads).forEach(Runnable::run);
        assertThat(done).hasSize(100);
        int before = threads.size();
        add(1);
        assertThat(threads).as("as few as at the start").hasSize(before + 1);
    }

    @Test
    void aCallbackThatFailsDoesNotEndTheOthers() {
        callbacks.execute(() -> {
            throw new AssertionError("of a test");
        });
        add(2);

        threads.get(0).run();

        assertThat(done).hasSize(2);
    }

    @Test
    void withoutAThreadTheCallbackIsTheCallers() {
        CallbackThreads ended = new CallbackThreads(
                task -> {
                    throw new RejectedExecutionException("ended");
                },
                timeSource,
                USUAL);

        assertThatThrownBy(() -> ended.execute(() -> done.add(1))).isInstanceOf(RejectedExecutionException.class);
        assertThat(done).isEmpty();
    }
}
