package io.github.camelontraport.state;

import io.github.camelontraport.poll.checkpoint.CheckpointException;
import java.util.HashSet;
import java.util.Set;
import org.apache.camel.spi.StateRepository;

/** The states in use, so that no two consumers write the same one. Thread-safe. */
public final class StateKeyRegistry {

    private final Set<Slot> taken = new HashSet<>();

    /** A key in a repository. Repositories are equal only when they are the same object. */
    public record Slot(StateRepository<String, String> repository, String key) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Slot slot && slot.repository == repository && slot.key.equals(key);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(repository) + key.hashCode();
        }
    }

    public synchronized void claim(Slot slot) {
        if (!taken.add(slot)) {
            throw new CheckpointException("Another consumer already keeps its state under key '" + slot.key
                    + "' in the same stateRepository. Each consumer needs another key: set stateKey");
        }
    }

    public synchronized void release(Slot slot) {
        taken.remove(slot);
    }
}
