package io.github.camelontraport.benchmarks.scenario;

/**
 * How much is measured.
 *
 * @param warmUp     rounds thrown away
 * @param rounds     rounds counted
 * @param exchanges  exchanges in one round
 * @param records    records of the long stream
 * @param hourMillis how long the hand-written route's hour takes
 */
public record Size(int warmUp, int rounds, int exchanges, int records, int hourMillis) {

    /** For figures that are published. */
    public static final Size FULL = new Size(12, 9, 1_000, 100_000, 60_000);
    /** To see that everything works. */
    public static final Size QUICK = new Size(1, 1, 20, 2_000, 3_000);
}
