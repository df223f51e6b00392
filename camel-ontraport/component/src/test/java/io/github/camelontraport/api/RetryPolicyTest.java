package io.github.camelontraport.api;

import static io.github.camelontraport.api.ClientFixture.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.http.ScriptedTransport;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    @Test
    void pausesDoubleUpToTheirCap() {
        RetryPolicy policy = policy(500, 3000, 1);
        assertThat(IntStream.rangeClosed(1, 6).mapToObj(policy::pauseAfter))
                .containsExactly(
                        Duration.ofMillis(500),
                        Duration.ofMillis(1000),
                        Duration.ofMillis(2000),
                        Duration.ofMillis(3000),
                        Duration.ofMillis(3000),
                        Duration.ofMillis(3000));
    }

    @Test
    void jitterTakesAwayUpToHalf() {
        assertThat(policy(500, 3000, 0).pauseAfter(2)).isEqualTo(Duration.ofMillis(500));
        assertThat(policy(500, 3000, 0.5).pauseAfter(2)).isEqualTo(Duration.ofMillis(750));
    }

    @Test
    void aClientPausesAsThePolicySays() {
        ClientFixture fixture = new ClientFixture(new ScriptedTransport(ScriptedFault.REFUSED.line));
        fixture.call(post(RetryRule.NEVER));
        fixture.timeSource.advance(Duration.ofMinutes(1));
        assertThat(fixture.timeSource.asked())
                .isEqualTo(List.of(Duration.ofMillis(499), Duration.ofMillis(999), Duration.ofMillis(1999)));
    }

    @Property
    void aPauseIsBetweenHalfAndAllOfItsLengthHoweverAbsurdTheSettings(
            @ForAll @LongRange(min = 0) long delay,
            @ForAll @LongRange(min = 0) long cap,
            @ForAll @IntRange(min = 1, max = 1000) int failures,
            @ForAll @DoubleRange(max = 0.99) double jitter) {
        Duration pause = policy(delay, cap, jitter).pauseAfter(failures);
        double whole = Math.min((double) delay * Math.pow(2, Math.min(failures - 1, 30)), (double) cap);
        assertThat(pause).isBetween(Duration.ofMillis((long) (whole / 2)), Duration.ofMillis((long) whole));
    }

    private static RetryPolicy policy(long delay, long cap, double jitter) {
        return new RetryPolicy(3, Duration.ofMillis(delay), Duration.ofMillis(cap), () -> jitter);
    }
}
