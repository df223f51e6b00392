package io.github.camelontraport.operation.sync;

/**
 * A row that is to be written.
 *
 * @param id     of the record to change; 0 for a new one
 * @param looked whether the record was read in this run
 */
record PlannedWrite(WorkRow work, long id, boolean looked) {

    SyncRow row() {
        return work.row();
    }
}
