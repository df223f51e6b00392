package io.github.camelontraport;

import io.github.camelontraport.operation.sync.LedgerScope;
import io.github.camelontraport.operation.sync.LedgerTable;
import io.github.camelontraport.operation.sync.SyncLedger;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;

/**
 * What syncs remember, in a file that survives a kill at any instant. It needs {@code com.h2database:h2-mvstore} on the class
 * path. The file is open, and locked against other processes, while a sync runs. Syncs of several types can share it.
 * Thread-safe.
 */
@Metadata(
        label = "bean",
        description = "Ledger of the operation sync in a file that survives a kill at any instant. It needs"
                + " com.h2database:h2-mvstore.",
        annotations = {"interfaceName=io.github.camelontraport.operation.sync.SyncLedger"})
@Configurer(metadataOnly = true)
public class FileSyncLedger implements SyncLedger {

    @Metadata(
            required = true,
            description =
                    "File name of the ledger, including its directory. Missing directories are created; a missing file"
                            + " is a ledger that is empty.")
    private volatile String file;

    private final Object monitor = new Object();
    private final Set<String> inUse = new HashSet<>();
    /** {@code null} while no sync runs. */
    private LedgerFile store;

    /** The file must be set before the first run. */
    public FileSyncLedger() {}

    public FileSyncLedger(Path file) {
        this(file.toString());
    }

    public FileSyncLedger(String file) {
        this.file = file;
    }

    @Override
    public LedgerTable open(LedgerScope scope, boolean readOnly) {
        synchronized (monitor) {
            if (inUse.contains(scope.name())) {
                throw scope.inUse();
            }
            if (store == null) {
                store = open(readOnly);
            }
            boolean opened = false;
            try {
                LedgerTable table = store.table(scope, readOnly, () -> close(scope.name()));
                inUse.add(scope.name());
                opened = true;
                return table;
            } finally {
                if (!opened) {
                    closeUnused();
                }
            }
        }
    }

    private LedgerFile open(boolean readOnly) {
        String name = file;
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("The sync ledger has no file: set its file");
        }
        return LedgerFile.open(Path.of(name), readOnly);
    }

    private void close(String scope) {
        synchronized (monitor) {
            inUse.remove(scope);
            closeUnused();
        }
    }

    private void closeUnused() {
        if (inUse.isEmpty() && store != null) {
            LedgerFile closing = store;
            store = null;
            closing.close();
        }
    }

    public String getFile() {
        return file;
    }

    /** Takes effect with the next run. */
    public void setFile(String file) {
        this.file = file;
    }

    @Override
    public String toString() {
        return "FileSyncLedger[" + file + "]";
    }
}
