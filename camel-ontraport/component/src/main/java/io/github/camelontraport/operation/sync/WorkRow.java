package io.github.camelontraport.operation.sync;

/**
 * A row that is to be compared or written.
 *
 * @param entry    of the ledger; {@code null} for none
 * @param repeated whether it replaces an earlier row of its key
 */
record WorkRow(SyncRow row, LedgerEntry entry, boolean repeated) {

    /** Whether it must be looked up what the account has. */
    boolean isUnknown() {
        return entry == null || !entry.isClean();
    }
}
