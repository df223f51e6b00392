package io.github.camelontraport.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.time.ManualTimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerClockTest {

    private static final Duration QUICK = Duration.ofMillis(200);

    private final ManualTimeSource timeSource = new ManualTimeSource();
    private final ServerClock clock = new ServerClock(timeSource);

    @Test
    void isUnknownBeforeTheFirstReplyWithADate() {
        assertThat(clock.now()).isEmpty();
        clock.onResponse(Optional.empty(), QUICK);
        assertThat(clock.now()).isEmpty();
    }

    @Test
    void goesOnFromTheLastReply() {
        clock.onResponse(Optional.of("Sat, 21 Nov 2026 10:00:00 GMT"), QUICK);
        timeSource.advance(Duration.ofMillis(2500));
        assertThat(clock.now()).contains(Instant.parse("2026-11-21T10:00:02.500Z"));

        clock.onResponse(Optional.of("Sat, 21 Nov 2026 09:00:00 GMT"), QUICK);
        assertThat(clock.now()).contains(Instant.parse("2026-11-21T09:00:00Z"));
        clock.onResponse(Optional.empty(), QUICK);
        assertThat(clock.now()).contains(Instant.parse("2026-11-21T09:00:00Z"));
    }

    @Test
    void aHeaderThatIsNotADateMakesItUnknown() {
        clock.onResponse(Optional.of("Sat, 21 Nov 2026 10:00:00 GMT"), QUICK);
        clock.onResponse(Optional.of("yesterday"), QUICK);
        assertThat(clock.now()).isEmpty();
    }

    @Test
    void aSlowResponseDoesNotLookLikeAClockThatWasSetBack() {
        clock.onResponse(Optional.of("Sat, 21 Nov 2026 10:00:00 GMT"), QUICK);
        timeSource.advance(Duration.ofSeconds(60));

        clock.onResponse(Optional.of("Sat, 21 Nov 2026 10:00:20 GMT"), Duration.ofSeconds(40));

        assertThat(clock.now()).contains(Instant.parse("2026-11-21T10:01:00Z"));
    }

    @Test
    void aClockThatWasSetBackByMoreThanASlowResponseTookIsSeen() {
        clock.onResponse(Optional.of("Sat, 21 Nov 2026 10:00:00 GMT"), QUICK);
        timeSource.advance(Duration.ofSeconds(60));

        clock.onResponse(Optional.of("Sat, 21 Nov 2026 10:00:00 GMT"), Duration.ofSeconds(40));

        assertThat(clock.now()).contains(Instant.parse("2026-11-21T10:00:00Z"));
    }

    @Test
    void aSlowResponseIsTheFirstOneAndAClockThatWentOnIsTakenOver() {
        clock.onResponse(Optional.of("Sat, 21 Nov 2026 10:00:00 GMT"), Duration.ofSeconds(40));
        assertThat(clock.now()).contains(Instant.parse("2026-11-21T10:00:00Z"));

        clock.onResponse(Optional.of("Sat, 21 Nov 2026 10:00:30 GMT"), Duration.ofSeconds(40));
        assertThat(clock.now()).contains(Instant.parse("2026-11-21T10:00:30Z"));
    }
}
