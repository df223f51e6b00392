package io.github.camelontraport.operation.sync;

/** Where syncs remember what the account has accepted. Thread-safe. */
public interface SyncLedger {

    /**
     * Opens the part of the ledger that belongs to the scope, for one run at a time.
     *
     * @param readOnly whether nothing will be written, so that nothing is created either
     * @throws io.github.camelontraport.api.InvalidInputException when the ledger belongs to another account, or is in use
     */
    LedgerTable open(LedgerScope scope, boolean readOnly);
}
