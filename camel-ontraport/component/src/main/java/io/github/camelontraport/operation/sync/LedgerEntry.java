package io.github.camelontraport.operation.sync;

/**
 * What a ledger remembers of a key.
 *
 * @param id       of the record
 * @param hash     of the row that the account accepted last; empty while a write is under way, or its result is not known
 * @param run      that wrote the entry
 * @param repeated whether the key had several rows in that run
 */
record LedgerEntry(long id, String hash, long run, boolean repeated) {

    private static final String NO_HASH = "-";
    private static final String REPEATED = "r";

    boolean isAccepted(SyncRow row) {
        return hash.equals(row.hash());
    }

    boolean isClean() {
        return !hash.isEmpty();
    }

    LedgerEntry underWay(long inRun) {
        return new LedgerEntry(id, "", inRun, repeated);
    }

    LedgerEntry asRepeated() {
        return new LedgerEntry(id, hash, run, true);
    }

    String text() {
        return id + " " + (hash.isEmpty() ? NO_HASH : hash) + " " + run + (repeated ? " " + REPEATED : "");
    }

    static LedgerEntry of(String text) {
        String[] parts = text.split(" ");
        return new LedgerEntry(
                Long.parseLong(parts[0]),
                parts[1].equals(NO_HASH) ? "" : parts[1],
                Long.parseLong(parts[2]),
                parts.length > 3);
    }
}
