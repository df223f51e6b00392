package io.github.camelontraport.operation.sync;

/**
 * What a ledger remembers of equal rows that are appended.
 *
 * @param done     records that were made of such rows, since the last complete run
 * @param underWay writes that were begun and whose result is not known
 * @param run      that has read {@code seen} such rows
 * @param before   {@code done} when the run began
 * @param doubtful {@code underWay} when the run began
 * @param seen     such rows that the run has read
 */
record AppendEntry(long done, long underWay, long run, long before, long doubtful, long seen) {

    static AppendEntry of(String text) {
        if (text == null) {
            return new AppendEntry(0, 0, 0, 0, 0, 0);
        }
        String[] parts = text.split(" ");
        return new AppendEntry(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]),
                Long.parseLong(parts[5]));
    }

    String text() {
        return done + " " + underWay + " " + run + " " + before + " " + doubtful + " " + seen;
    }

    /** One more such row in the run. */
    AppendEntry read(long inRun) {
        return run == inRun
                ? new AppendEntry(done, underWay, run, before, doubtful, seen + 1)
                : new AppendEntry(done, underWay, inRun, done, underWay, 1);
    }

    /** Whether the row that was read last was written by an earlier run. */
    boolean isDone() {
        return seen <= before;
    }

    /** Whether an earlier run may have written the row that was read last. */
    boolean isDoubtful() {
        return !isDone() && seen <= before + doubtful;
    }

    AppendEntry begun() {
        return new AppendEntry(done, underWay + 1, run, before, doubtful, seen);
    }

    AppendEntry ended(boolean written) {
        return new AppendEntry(done + (written ? 1 : 0), underWay - 1, run, before, doubtful, seen);
    }
}
