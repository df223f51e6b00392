package io.github.camelontraport;

import io.github.camelontraport.poll.StateException;
import java.util.HashSet;
import java.util.Set;
import org.apache.camel.spi.StateRepository;

/** Which states are in use, so that no two consumers of a context move the same one. Thread-safe. */
final class StateSlots {

    private final Set<Slot> taken = new HashSet<>();

    /** A key in a repository, which is told apart by what it is and not by what it holds. */
    record Slot(StateRepository<String, String> repository, String key) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Slot slot && slot.repository == repository && slot.key.equals(key);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(repository) + key.hashCode();
        }
    }

    synchronized void claim(Slot slot) {
        if (!taken.add(slot)) {
            throw new StateException("Another consumer already keeps its state under key '" + slot.key + "' in the same "
                    + "stateRepository. Each needs one of its own: set stateKey");
        }
    }

    synchronized void release(Slot slot) {
        taken.remove(slot);
    }
}
