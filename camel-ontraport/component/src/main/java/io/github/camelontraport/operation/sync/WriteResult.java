package io.github.camelontraport.operation.sync;

/**
 * What came of the write of a row.
 *
 * @param outcome created, updated, rejected or unclear
 * @param id      of the record; 0 when it is not known
 * @param failure of a row that was refused or is unclear; otherwise {@code null}
 */
record WriteResult(SyncCount outcome, long id, RuntimeException failure) {

    static WriteResult created(long id) {
        return new WriteResult(SyncCount.CREATED, id, null);
    }

    static WriteResult updated(long id) {
        return new WriteResult(SyncCount.UPDATED, id, null);
    }

    static WriteResult rejected(RuntimeException failure) {
        return new WriteResult(SyncCount.REJECTED, 0, failure);
    }

    static WriteResult unclear(RuntimeException failure) {
        return new WriteResult(SyncCount.UNCLEAR, 0, failure);
    }

    boolean isAccepted() {
        return failure == null;
    }
}
