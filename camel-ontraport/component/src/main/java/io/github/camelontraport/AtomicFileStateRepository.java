package io.github.camelontraport;

import io.github.camelontraport.state.ExclusiveRepository;
import io.github.camelontraport.state.StateFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * State in one file, which survives a kill or a power failure at any instant: the file then holds the state before or after
 * the change, never a part of it. A file that is damaged otherwise is refused at the start; state is never reset silently.
 * <p>
 * From start to stop the repository holds a lock on a second file beside it, with {@code .lock} added to the name, so that
 * no other process or repository uses the same file. Any number of routes of one application may share a repository; they
 * need different keys. Every change writes the whole file. Thread-safe.
 */
@Metadata(
        label = "bean",
        description = "State repository on a file that survives a kill at any instant, detects damage"
                + " and is locked against a second user.",
        annotations = {"interfaceName=org.apache.camel.spi.StateRepository"})
// A generated configurer supports one setter for a property, that with a File, to which Camel does not convert a text.
@Configurer(metadataOnly = true, generateConfigurer = false)
public class AtomicFileStateRepository extends ServiceSupport
        implements StateRepository<String, String>, ExclusiveRepository {

    @Metadata(
            required = true,
            description = "File name of the repository, including its directory. Missing directories"
                    + " are created; a missing file is state that is empty.")
    private volatile File fileStore;

    private final Object monitor = new Object();
    /** {@code null} unless started, as are the entries. */
    private StateFile file;

    private SortedMap<String, String> entries;

    /** The file must be set before the start. */
    public AtomicFileStateRepository() {}

    public AtomicFileStateRepository(File fileStore) {
        this.fileStore = fileStore;
    }

    /** With a path of the default file system. */
    public AtomicFileStateRepository(Path fileStore) {
        this(fileStore.toFile());
    }

    @Override
    public String getState(String key) {
        Objects.requireNonNull(key, "key");
        synchronized (monitor) {
            return started().get(key);
        }
    }

    /**
     * Returns when the value is on the disk. An equal value writes nothing; {@code null} removes the entry.
     *
     * @throws java.io.UncheckedIOException when it cannot be written; the old value then stays, here and on the disk
     * @throws IllegalStateException when this repository is not started
     */
    @Override
    public void setState(String key, String value) {
        Objects.requireNonNull(key, "key");
        synchronized (monitor) {
            if (Objects.equals(started().get(key), value)) {
                return;
            }
            SortedMap<String, String> changed = new TreeMap<>(entries);
            if (value == null) {
                changed.remove(key);
            } else {
                changed.put(key, value);
            }
            file.write(changed);
            entries = changed;
        }
    }

    private SortedMap<String, String> started() {
        if (entries == null) {
            throw new IllegalStateException("The state repository on the file " + fileStore + " is not started. Camel"
                    + " starts the one that an endpoint uses; elsewhere call start() before and stop() after");
        }
        return entries;
    }

    @Override
    protected void doStart() throws IOException {
        File store = fileStore;
        if (store == null || store.getPath().isBlank()) {
            throw new IllegalArgumentException("The state repository has no file: set its fileStore");
        }
        synchronized (monitor) {
            StateFile opened = StateFile.open(store);
            try {
                entries = opened.read();
                file = opened;
            } finally {
                if (file == null) {
                    opened.close();
                }
            }
        }
    }

    @Override
    protected void doStop() throws IOException {
        synchronized (monitor) {
            StateFile open = file;
            file = null;
            entries = null;
            if (open != null) {
                open.close();
            }
        }
    }

    public File getFileStore() {
        return fileStore;
    }

    /** Takes effect with the next start. */
    public void setFileStore(File fileStore) {
        this.fileStore = fileStore;
    }

    /** For properties and YAML: only with camel-file on the classpath does Camel make a {@link File} of a text. */
    public void setFileStore(String fileStore) {
        setFileStore(new File(fileStore));
    }

    @Override
    public String toString() {
        return "AtomicFileStateRepository[" + fileStore + "]";
    }
}
