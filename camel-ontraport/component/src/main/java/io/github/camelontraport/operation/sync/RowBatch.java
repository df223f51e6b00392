package io.github.camelontraport.operation.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes rows until enough of them are to be compared or written. Rows of one key never stand in two batches at a time, and
 * of those in one batch the last wins.
 */
final class RowBatch {

    private static final int ENOUGH = 50;
    /** With this many rows the run looks whether it is to stop, and tags what has come together. */
    private static final int MOST_READ = 1_000;
    /** Rows that are put off take memory. */
    private static final int MOST_PUT_OFF = 10_000;

    private final RunParts parts;
    private final AcceptedRows accepted;
    /** Rows of keys that had several rows in an earlier run, until another comes or the input ends. */
    private final Map<String, WorkRow> putOff = new LinkedHashMap<>();

    RowBatch(RunParts parts, AcceptedRows accepted) {
        this.parts = parts;
        this.accepted = accepted;
    }

    boolean hasPutOff() {
        return !putOff.isEmpty();
    }

    /** The next rows to compare or write, by key. Empty when the ledger knows all that were read. */
    Map<String, WorkRow> take() {
        Map<String, WorkRow> work = new LinkedHashMap<>();
        for (int read = 0;
                read < MOST_READ && work.size() < ENOUGH && parts.rows().hasNext();
                read++) {
            take(parts.rows().next(), work);
        }
        if (!parts.rows().hasNext() && !parts.rows().hasFailed()) {
            while (work.size() < ENOUGH && !putOff.isEmpty()) {
                String key = putOff.keySet().iterator().next();
                work.put(key, putOff.remove(key));
            }
        }
        return work;
    }

    private void take(Object given, Map<String, WorkRow> work) {
        SyncRow row;
        try {
            row = parts.reader().read(parts.rows().number(), given);
        } catch (RuntimeException e) {
            parts.refusals().add(parts.rows().number(), given, e, false);
            // The record is not missing, although its row cannot be written.
            parts.reader()
                    .keyOfRefused(given)
                    .flatMap(parts.ledger()::find)
                    .ifPresent(entry -> accepted.present(entry.id()));
            return;
        }
        boolean inBatch = work.remove(row.key()) != null;
        boolean replaces = putOff.remove(row.key()) != null || inBatch;
        if (replaces) {
            parts.progress().add(SyncCount.SUPERSEDED, 1);
        }
        Optional<LedgerEntry> entry = parts.ledger().find(row.key());
        WorkRow next = new WorkRow(row, entry.orElse(null), replaces);
        if (entry.isPresent() && entry.get().isAccepted(row)) {
            accepted.unchanged(next, entry.get().id());
        } else if (!next.isUnknown() && entry.get().repeated() && putOff.size() < MOST_PUT_OFF) {
            putOff.put(row.key(), next);
        } else {
            work.put(row.key(), next);
        }
    }
}
