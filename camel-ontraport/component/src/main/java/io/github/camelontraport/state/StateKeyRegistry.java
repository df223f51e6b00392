package io.github.camelontraport.state;

import io.github.camelontraport.poll.checkpoint.CheckpointException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The states in use in a Camel context, so that no two consumers move the same one, whichever component they belong to.
 * It starts repositories. A repository that keeps others out is stopped with its last consumer, others with the context.
 * Thread-safe.
 */
public final class StateKeyRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(StateKeyRegistry.class);

    private final CamelContext context;
    private final Map<Slot, Deque<Claim>> claims = new HashMap<>();
    /** The exclusive repositories that were started here. */
    private final Set<StateRepository<String, String>> started = Collections.newSetFromMap(new IdentityHashMap<>());

    private StateKeyRegistry(CamelContext context) {
        this.context = context;
    }

    /** The registry of the context, made when there is none. */
    public static StateKeyRegistry of(CamelContext context) {
        synchronized (context) {
            StateKeyRegistry registry = context.getCamelContextExtension().getContextPlugin(StateKeyRegistry.class);
            if (registry == null) {
                registry = new StateKeyRegistry(context);
                context.getCamelContextExtension().addContextPlugin(StateKeyRegistry.class, registry);
            }
            return registry;
        }
    }

    /** A key in a repository. Repositories are compared by identity. */
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

    /** The use of a state by one consumer. Thread-safe. */
    public final class Claim {

        private final Slot slot;
        private boolean ending;

        private Claim(Slot slot) {
            this.slot = slot;
        }

        /** Whether the state may be read and written: no earlier consumer is still busy with it. */
        public boolean isHeld() {
            synchronized (StateKeyRegistry.this) {
                return claims.getOrDefault(slot, new ArrayDeque<>()).peek() == this;
            }
        }

        /** The consumer stops, but its last exchange may still be under way. Another one may wait for the state now. */
        public void end() {
            synchronized (StateKeyRegistry.this) {
                ending = true;
            }
        }

        /** Gives the state up; without effect the second time. */
        public void release() {
            StateKeyRegistry.this.release(this);
        }
    }

    /**
     * Claims the state and starts its repository.
     *
     * @throws CheckpointException when another consumer uses the state and does not stop
     */
    public synchronized Claim claim(Slot slot) {
        Deque<Claim> line = claims.computeIfAbsent(slot, key -> new ArrayDeque<>());
        if (!line.isEmpty() && !line.peekLast().ending) {
            throw new CheckpointException("Another consumer already keeps its state under key '" + slot.key
                    + "' in the same " + "stateRepository. Each needs one of its own: set stateKey");
        }
        Claim claim = new Claim(slot);
        line.add(claim);
        try {
            start(slot.repository);
        } catch (RuntimeException e) {
            release(claim);
            throw e;
        }
        return claim;
    }

    private void start(StateRepository<String, String> repository) {
        if (!(repository instanceof ExclusiveRepository)) {
            startWithContext(repository);
        } else if (!ServiceHelper.isStarted(repository)) {
            ServiceHelper.startService(repository);
            started.add(repository);
        }
    }

    /** If it fails to start, it is removed, so that the next start of the route tries again. */
    private void startWithContext(StateRepository<String, String> repository) {
        try {
            if (!context.hasService(repository)) {
                context.addService(repository, true, true);
            }
        } catch (Exception e) {
            remove(repository);
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }

    private void remove(StateRepository<String, String> repository) {
        try {
            context.removeService(repository);
        } catch (Exception e) {
            LOG.debug("The state repository {} could not be removed from {}", repository, context, e);
        }
    }

    private synchronized void release(Claim claim) {
        Deque<Claim> line = claims.get(claim.slot);
        if (line == null || !line.remove(claim)) {
            return;
        }
        if (line.isEmpty()) {
            claims.remove(claim.slot);
        }
        StateRepository<String, String> repository = claim.slot.repository;
        boolean isUsed = claims.keySet().stream().anyMatch(slot -> slot.repository == repository);
        if (!isUsed && started.remove(repository)) {
            stop(repository);
        }
    }

    /** So that another process, or another context, can use it. */
    private void stop(StateRepository<String, String> repository) {
        try {
            ServiceHelper.stopService(repository);
        } catch (RuntimeException e) {
            LOG.warn("The state repository {} of {} could not be stopped: {}", repository, context, e.toString());
        }
    }
}
