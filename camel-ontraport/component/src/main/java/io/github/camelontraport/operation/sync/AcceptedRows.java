package io.github.camelontraport.operation.sync;

/** What follows when the account has a row: ledger, count and tags. For one thread at a time. */
final class AcceptedRows {

    private final RunLedger ledger;
    private final TagQueue tags;
    private final RowTally tally;
    private final IdBitmap seen = IdBitmap.empty();

    AcceptedRows(RunLedger ledger, TagQueue tags, SyncProgress progress) {
        this.ledger = ledger;
        this.tags = tags;
        this.tally = new RowTally(progress);
    }

    /** The records that the rows so far are of. */
    IdBitmap seen() {
        return seen;
    }

    /** The record has a row, which may have been refused. */
    void present(long id) {
        if (id != 0) {
            seen.add(id);
        }
    }

    /** The record has what the row says. */
    void unchanged(WorkRow work, long id) {
        accept(work, id, SyncCount.UNCHANGED);
    }

    /** The row was written. */
    void written(WorkRow work, WriteResult result) {
        accept(work, result.id(), result.outcome());
    }

    private void accept(WorkRow work, long id, SyncCount outcome) {
        boolean again = tally.count(id, outcome);
        boolean repeated = work.repeated() || again;
        SyncRow row = work.row();
        LedgerEntry before = work.entry();
        if (before == null || before.id() != id || !before.isAccepted(row)) {
            ledger.put(row.key(), new LedgerEntry(id, row.hash(), ledger.run(), repeated));
        } else if (repeated && !before.repeated()) {
            ledger.put(row.key(), before.asRepeated());
        }
        present(id);
        tags.add(id);
    }
}
