package io.github.camelontraport;

import io.github.camelontraport.poll.checkpoint.StateConflictException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentMap;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * State in a map that the application supplies, such as one of Infinispan, Hazelcast or Redisson in a cluster. The map must
 * neither expire nor evict entries; the state is as durable as the map.
 * <p>
 * A value replaces only the one that was last read or written by this repository. So, when two consumers use one key, the
 * second write fails instead of undoing the progress of the first. A consumer must read a key before it writes it.
 * Thread-safe.
 */
@Metadata(
        label = "bean",
        description = "State repository over a ConcurrentMap, such as one of Infinispan, Hazelcast or"
                + " Redisson. It notices when two consumers work with the same key.",
        annotations = {"interfaceName=org.apache.camel.spi.StateRepository"})
@Configurer(metadataOnly = true)
public class MapStateRepository extends ServiceSupport implements StateRepository<String, String> {

    @Metadata(
            required = true,
            description = "The map that holds the state. Its putIfAbsent, replace and remove must be"
                    + " atomic, and it must not expire or evict entries.")
    private volatile ConcurrentMap<String, String> map;

    /** The values that were last read or written; a missing key was absent. */
    private final Map<String, String> known = new HashMap<>();
    /** The values of failed writes, which the map may hold or not. */
    private final Map<String, String> inDoubt = new HashMap<>();

    /** The map must be set before the start. */
    public MapStateRepository() {}

    public MapStateRepository(ConcurrentMap<String, String> map) {
        this.map = map;
    }

    @Override
    public synchronized String getState(String key) {
        String value = map().get(Objects.requireNonNull(key, "key"));
        remember(key, value);
        return value;
    }

    /**
     * A {@code null} removes the entry.
     *
     * @throws StateConflictException when the map holds another value than the one last read or written here; the map is not
     *         changed
     */
    @Override
    public synchronized void setState(String key, String value) {
        ConcurrentMap<String, String> target = map();
        String expected = known.get(Objects.requireNonNull(key, "key"));
        if (inDoubt.containsKey(key) && Objects.equals(target.get(key), inDoubt.get(key))) {
            expected = inDoubt.get(key);
        }
        boolean written;
        try {
            written = replace(target, key, expected, value);
        } catch (RuntimeException e) {
            // Such as a timeout of a remote map, which may have written the value nevertheless.
            inDoubt.put(key, value);
            throw e;
        }
        if (!written) {
            throw conflict(key, target.get(key));
        }
        remember(key, value);
    }

    private static boolean replace(ConcurrentMap<String, String> map, String key, String expected, String value) {
        if (expected == null) {
            return value == null ? map.get(key) == null : map.putIfAbsent(key, value) == null;
        }
        return value == null ? map.remove(key, expected) : map.replace(key, expected, value);
    }

    private void remember(String key, String value) {
        inDoubt.remove(key);
        if (value == null) {
            known.remove(key);
        } else {
            known.put(key, value);
        }
    }

    private static StateConflictException conflict(String key, String found) {
        if (found == null) {
            return new StateConflictException("The state under the key '" + key + "' is no longer in the map. Either"
                    + " another consumer with the same key removed it: run one consumer per key, by a stateKey for each"
                    + " or, in a cluster, by master: before the URI. Or the map dropped it: use one that neither expires"
                    + " nor evicts entries");
        }
        return StateConflictException.changed(key);
    }

    private ConcurrentMap<String, String> map() {
        ConcurrentMap<String, String> given = map;
        if (given == null) {
            throw new IllegalArgumentException(
                    "The state repository has no map: set its map, such as #bean:nameOfTheMap");
        }
        return given;
    }

    @Override
    protected synchronized void doStart() {
        map();
    }

    @Override
    protected synchronized void doStop() {
        known.clear();
        inDoubt.clear();
    }

    public ConcurrentMap<String, String> getMap() {
        return map;
    }

    public void setMap(ConcurrentMap<String, String> map) {
        this.map = map;
    }
}
