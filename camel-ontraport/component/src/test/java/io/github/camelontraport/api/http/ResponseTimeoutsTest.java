package io.github.camelontraport.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.time.ManualTimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseTimeoutsTest {

    private final ManualTimeSource timeSource = new ManualTimeSource();
    private final ResponseTimeouts deadlines = new ResponseTimeouts(timeSource);
    private final List<String> late = new ArrayList<>();

    @Test
    void deadlinesPassInTheirOrder() {
        after(3, "third");
        after(1, "first");
        deadlines.after(Duration.ofSeconds(2), why -> late.add("met")).cancel();
        after(2, "second");

        timeSource.advance(Duration.ofMillis(999));
        assertThat(late).isEmpty();
        timeSource.advance(Duration.ofMillis(1));
        assertThat(late).containsExactly("first");
        timeSource.advance(Duration.ofSeconds(5));
        assertThat(late).containsExactly("first", "second", "third");
    }

    @Test
    void manyRequestsSetOneAlarm() {
        for (int i = 0; i < 1_000; i++) {
            deadlines.after(Duration.ofMinutes(1), why -> late.add("met")).cancel();
            timeSource.advance(Duration.ofMillis(1));
        }

        assertThat(timeSource.asked()).hasSize(1);
        timeSource.advance(Duration.ofHours(1));
        assertThat(late).isEmpty();
        after(1, "much later");
        timeSource.advance(Duration.ofSeconds(1));
        assertThat(late).containsExactly("much later");
    }

    @Test
    void withoutATimerDeadlinesPassAtOnce() {
        timeSource.full(true);

        after(60, "at once");

        assertThat(late).containsExactly("at once");
    }

    private void after(int seconds, String what) {
        deadlines.after(Duration.ofSeconds(seconds), why -> late.add(what));
    }
}
