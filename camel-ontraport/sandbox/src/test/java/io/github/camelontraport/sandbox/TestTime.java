package io.github.camelontraport.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A time that stands still until the sandbox clock is moved. */
final class TestTime {

    static final long START = 1_762_503_000L;

    private TestTime() {}

    static Clock clock() {
        return Clock.fixed(Instant.ofEpochSecond(START), ZoneOffset.UTC);
    }

    static OntraportSandboxExtension extension() {
        return new OntraportSandboxExtension(builder -> builder.clock(clock()));
    }
}
