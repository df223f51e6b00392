package io.github.camelontraport.poll.keyset;

import java.util.Comparator;

/**
 * A place in the order that is polled.
 *
 * @param main   the id of a row, or the second of its last change
 * @param within the id of a row in that second; {@link Long#MAX_VALUE} is the end of the second
 */
record Position(long main, long within) implements Comparable<Position> {

    /** Beyond every row. */
    static final Position END = through(Long.MAX_VALUE);

    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::main).thenComparingLong(Position::within);

    /** The place behind everything with this main number. */
    static Position through(long main) {
        return new Position(main, Long.MAX_VALUE);
    }

    /** Whether it is the place behind everything with its main number. */
    boolean isWhole() {
        return within == Long.MAX_VALUE;
    }

    Position max(Position other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Position min(Position other) {
        return compareTo(other) <= 0 ? this : other;
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
