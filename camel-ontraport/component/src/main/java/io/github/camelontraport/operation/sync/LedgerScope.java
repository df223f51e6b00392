package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.InvalidInputException;
import java.util.concurrent.ConcurrentMap;

/**
 * Which part of a ledger a sync uses. Syncs of several types, or by several keys, can share a ledger; accounts cannot.
 *
 * @param account fingerprint of base URL and app id
 * @param name    of type and key
 */
public record LedgerScope(String account, String name) {

    private static final String ACCOUNT = "sync/account";

    /**
     * Claims a ledger for the account, or refuses it.
     *
     * @param owners holds the account of the ledger
     */
    public void claim(ConcurrentMap<String, String> owners, boolean readOnly) {
        String owner = readOnly ? owners.get(ACCOUNT) : owners.putIfAbsent(ACCOUNT, account);
        if (owner != null && !owner.equals(account)) {
            throw new InvalidInputException("The sync ledger belongs to another account (another base URL or app id)."
                    + " Give each account a ledger. Nothing was sent");
        }
    }

    /** The failure of a second run. */
    public InvalidInputException inUse() {
        return new InvalidInputException("The sync ledger is in use: a run of the same type and key has not ended."
                + " Runs of one ledger go one after the other. Nothing was sent");
    }
}
