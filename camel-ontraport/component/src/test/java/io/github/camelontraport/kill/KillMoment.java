package io.github.camelontraport.kill;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to kill a child.
 *
 * @param lines how many lines it may print before; 0 for none, be there some or not
 * @param nanos how much longer it lives
 */
record KillMoment(int lines, long nanos) {

    /** About as long as a child takes to print its first line. */
    private static final Duration START = Duration.ofMillis(1500);

    private static final Duration SPIN = Duration.ofMillis(5);

    /** One in four while it starts or soon after, the others just after a line: some early, some late. */
    static KillMoment random(RandomGenerator random) {
        if (random.nextInt(4) == 0) {
            return new KillMoment(0, random.nextLong(START.toNanos()));
        }
        int most = 1 << random.nextInt(3, 9);
        return new KillMoment(random.nextInt(1, most + 1), random.nextLong(SPIN.toNanos()));
    }
}
