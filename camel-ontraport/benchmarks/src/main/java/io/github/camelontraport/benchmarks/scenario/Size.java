package io.github.camelontraport.benchmarks.scenario;

import java.util.Locale;

/**
 * How much is measured.
 *
 * @param processes  JVMs that measure one after the other what is measured in rounds
 * @param warmUp     rounds of a JVM that are not counted
 * @param rounds     rounds of a JVM that are counted
 * @param exchanges  exchanges in one round
 * @param records    records of the long stream and of the long poll
 * @param ids        known ids of the sweep
 * @param rows       of a sync
 * @param endpoints  endpoints that a route makes from messages
 * @param starts     programs started of each kind
 * @param hourMillis how long the hand-written route's hour takes
 */
public record Size(
        int processes,
        int warmUp,
        int rounds,
        int exchanges,
        int records,
        int ids,
        int rows,
        int endpoints,
        int starts,
        int hourMillis) {

    /** For figures that are published. */
    private static final Size FULL = new Size(3, 8, 6, 1_000, 100_000, 1_000_000, 10_000, 10_000, 5, 30_000);
    /** To see that everything works. */
    private static final Size QUICK = new Size(1, 1, 1, 20, 2_000, 2_000, 200, 100, 1, 3_000);

    /** The size of that name, {@code full} or {@code quick}. */
    public static Size of(String name) {
        return switch (name) {
            case "full" -> FULL;
            case "quick" -> QUICK;
            default -> throw new IllegalArgumentException("The size is full or quick, not " + name);
        };
    }

    static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Says how a figure of rounds came about. */
    String method() {
        return "median of " + processes + " JVMs with " + rounds + " rounds each (least - most)";
    }
}
