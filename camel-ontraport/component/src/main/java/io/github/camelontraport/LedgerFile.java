package io.github.camelontraport;

import io.github.camelontraport.operation.sync.LedgerScope;
import io.github.camelontraport.operation.sync.LedgerTable;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;

/** An open file of a {@link FileSyncLedger}. */
interface LedgerFile {

    /**
     * Opens the file, with H2's MVStore. The class is named by a text only: a native image without MVStore links this package
     * at build time, and one with it registers the class (in the extension's OntraportProcessor).
     *
     * @param readOnly whether a missing file is not created
     */
    static LedgerFile open(Path file, boolean readOnly) {
        try {
            return Class.forName("io.github.camelontraport.MvStoreFile")
                    .asSubclass(LedgerFile.class)
                    .getDeclaredConstructor(Path.class, boolean.class)
                    .newInstance(file, readOnly);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof NoClassDefFoundError) {
                throw missing(e);
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException | NoClassDefFoundError e) {
            throw missing(e);
        }
    }

    private static IllegalStateException missing(Throwable cause) {
        return new IllegalStateException(
                "FileSyncLedger needs the library com.h2database:h2-mvstore on the class path", cause);
    }

    LedgerTable table(LedgerScope scope, boolean readOnly, Runnable onClose);

    void close();
}
