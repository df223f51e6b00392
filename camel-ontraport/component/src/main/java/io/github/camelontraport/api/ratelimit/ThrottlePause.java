package io.github.camelontraport.api.ratelimit;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How long all requests to an account pause after HTTP 429. The seconds until the window resets, which the reply names; a
 * whole window when they are missing, negative or longer than two windows, as no honest server asks for more. At least
 * one, two, four, eight seconds when several probes in a row are refused, as the server may name less. Up to a tenth
 * longer, at random, so that several programs do not go on at the same moment.
 */
final class ThrottlePause {

    private static final Duration DEFAULT = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    /** The shortest pause doubles so often. */
    private static final int DOUBLINGS = 3;

    private ThrottlePause() {}

    /** @param reset the seconds that the reply names, at most nine digits; empty when it names none */
    static Duration requested(OptionalInt reset) {
        return reset.isPresent() && reset.getAsInt() <= LONGEST.toSeconds()
                ? Duration.ofSeconds(Math.max(1, reset.getAsInt()))
                : DEFAULT;
    }

    /**
     * @param refusals how many probes in a row were refused
     * @param jitter   from 0 to 1
     */
    static long nanos(Duration requested, int refusals, double jitter) {
        Duration least = Duration.ofSeconds(1L << Math.min(DOUBLINGS, Math.max(0, refusals - 1)));
        Duration pause = requested.compareTo(least) < 0 ? least : requested;
        return (long) (pause.toNanos() * (1 + jitter / 10));
    }
}
