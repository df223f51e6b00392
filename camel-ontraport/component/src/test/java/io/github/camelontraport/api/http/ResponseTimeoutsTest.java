package io.github.camelontraport.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.time.ManualTimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseTimeoutsTest {

    private final ManualTimeSource timing = new ManualTimeSource();
    private final ResponseTimeouts deadlines = new ResponseTimeouts(timing);
    private final List<String> late = new ArrayList<>();

    @Test
    void whatIsNotMetInTimeIsLateInItsTurn() {
        after(3, "third");
        after(1, "first");
        deadlines.after(Duration.ofSeconds(2), why -> late.add("met")).cancel();
        after(2, "second");

        timing.advance(Duration.ofMillis(999));
        assertThat(late).isEmpty();
        timing.advance(Duration.ofMillis(1));
        assertThat(late).containsExactly("first");
        timing.advance(Duration.ofSeconds(5));
        assertThat(late).containsExactly("first", "second", "third");
    }

    @Test
    void manyRequestsSetOneAlarm() {
        for (int i = 0; i < 1_000; i++) {
            deadlines.after(Duration.ofMinutes(1), why -> late.add("met")).cancel();
            timing.advance(Duration.ofMillis(1));
        }

        assertThat(timing.asked()).hasSize(1);
        timing.advance(Duration.ofHours(1));
        assertThat(late).isEmpty();
        after(1, "much later");
        timing.advance(Duration.ofSeconds(1));
        assertThat(late).containsExactly("much later");
    }

    @Test
    void withoutAnAlarmNothingWaitsForEver() {
        timing.full(true);

        after(60, "at once");

        assertThat(late).containsExactly("at once");
    }

    private void after(int seconds, String what) {
        deadlines.after(Duration.ofSeconds(seconds), why -> late.add(what));
    }
}
