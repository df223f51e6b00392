package io.github.camelontraport.operation.sync;

/** How a sync brings rows into the account. The constants are the values of the option. */
public enum SyncMode {
    /** Each row becomes a record. */
    append,
    /** Each key has one record, which its last row changes. */
    dedup,
    /** As dedup; records of the last complete run that have no row in this one are missing. */
    refresh
}
