package io.github.camelontraport.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still, and can be set back. For one thread. */
final class SteppingClock extends Clock {

    private final Instant base;
    private Duration distance = Duration.ZERO;

    SteppingClock(Instant base) {
        this.base = base;
    }

    void step(Duration other) {
        distance = other;
    }

    @Override
    public Instant instant() {
        return base.plus(distance);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
