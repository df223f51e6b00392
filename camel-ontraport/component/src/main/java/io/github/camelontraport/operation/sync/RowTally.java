package io.github.camelontraport.operation.sync;

/**
 * Counts each record once, however many rows of its key come: an earlier row counts as superseded. Not thread-safe.
 */
final class RowTally {

    private final SyncProgress progress;
    private final IdBitmap written = IdBitmap.empty();
    private final IdBitmap unchanged = IdBitmap.empty();

    RowTally(SyncProgress progress) {
        this.progress = progress;
    }

    /**
     * Counts a row that the account has accepted.
     *
     * @param outcome created, updated or unchanged
     * @return whether an earlier row of this run was of the same record
     */
    boolean count(long id, SyncCount outcome) {
        if (written.contains(id)) {
            // What the earlier row did to the record stays counted, now for this row.
            progress.add(SyncCount.SUPERSEDED, 1);
            return true;
        }
        if (unchanged.contains(id)) {
            progress.add(SyncCount.SUPERSEDED, 1);
            if (outcome != SyncCount.UNCHANGED) {
                progress.add(SyncCount.UNCHANGED, -1);
                progress.add(outcome, 1);
                unchanged.remove(id);
                written.add(id);
            }
            return true;
        }
        progress.add(outcome, 1);
        (outcome == SyncCount.UNCHANGED ? unchanged : written).add(id);
        return false;
    }
}
