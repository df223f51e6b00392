package io.github.camelontraport.state;

import io.github.camelontraport.state.StateTable.Row;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The state under one key, and which version of it was last read or written here. Versions are random, so that a write
 * whose outcome is unknown can be recognised, and a row that was removed and made again is another one. Thread-safe.
 */
public final class VersionedState {

    /** The version of a row that is not there. */
    private static final long NONE = 0;

    private final String key;
    private long known = NONE;
    /** The version of a write that failed, which may be stored or not; {@code null} when there is no such write. */
    private Long inDoubt;

    public VersionedState(String key) {
        this.key = key;
    }

    /** @return {@code null} when there is no state */
    public synchronized String read(StateTable table) throws SQLException {
        Row row = table.find(key);
        known = version(row);
        inDoubt = null;
        return row == null ? null : row.text();
    }

    private static long version(Row row) {
        return row == null ? NONE : row.version();
    }

    /**
     * Replaces the version that is known here.
     *
     * @param text {@code null} to remove the row
     * @return false when the table holds another version; it is not changed
     * @throws SQLException the text may be stored or not
     */
    public synchronized boolean write(StateTable table, String text) throws SQLException {
        if (inDoubt != null && version(table.find(key)) == inDoubt) {
            known = inDoubt;
        }
        long next = text == null ? NONE : ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        inDoubt = next;
        boolean written = replace(table, text, next);
        inDoubt = null;
        if (written) {
            known = next;
        }
        return written;
    }

    private boolean replace(StateTable table, String text, long next) throws SQLException {
        if (text == null) {
            return known == NONE ? table.find(key) == null : table.delete(key, known);
        }
        Row row = new Row(next, text);
        return known == NONE ? table.insert(key, row) : table.update(key, known, row);
    }
}
