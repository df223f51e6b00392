package io.github.camelontraport.sandbox.support;

import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A fixed time, which only the sandbox clock can advance. */
public final class TestTime {

    public static final long START = 1_762_503_000L;

    private TestTime() {}

    public static Clock clock() {
        return Clock.fixed(Instant.ofEpochSecond(START), ZoneOffset.UTC);
    }

    public static OntraportSandboxExtension extension() {
        return new OntraportSandboxExtension(builder -> builder.clock(clock()));
    }
}
