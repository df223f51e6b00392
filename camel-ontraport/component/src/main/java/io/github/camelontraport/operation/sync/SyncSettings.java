package io.github.camelontraport.operation.sync;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The options of a sync.
 *
 * @param key         the field that identifies a record; empty for the type's merge key, and in append for none
 * @param ledger      {@code null} for none
 * @param account     fingerprint of the account
 * @param maxDeleted  most records to untag or delete; empty for the default
 * @param concurrency writes at a time
 * @param maxRejected most rows that may be refused; negative for any number
 */
public record SyncSettings(
        SyncMode mode,
        Optional<String> key,
        SyncLedger ledger,
        String account,
        OnMissing onMissing,
        OptionalLong maxDeleted,
        boolean dryRun,
        int concurrency,
        long maxRejected) {}
