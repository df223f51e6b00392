package io.github.camelontraport.value;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A record with typed values or labels. Its class says that Camel may convert it to a bean. It keeps what the API had for
 * those values that cannot be written back as they read, such as a text in a number field. Not thread-safe.
 */
public final class MappedRecord extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    private final int typeId;
    /** By name in this record. A serialized record loses them. */
    private transient Map<String, Original> originals;

    /** @param wire what the API had where {@code read} stands now */
    private record Original(Object read, Object wire) {}

    /**
     * @param typeId the type of the record
     * @param size   the number of fields
     */
    public MappedRecord(int typeId, int size) {
        // Large enough from the start: records have some dozens of fields.
        super(size * 4 / 3 + 1);
        this.typeId = typeId;
    }

    /** Puts a value that cannot be written back as it reads. */
    public void putInexact(String name, Object read, Object wire) {
        if (originals == null) {
            originals = new HashMap<>();
        }
        put(name, read);
        originals.put(name, new Original(read, wire));
    }

    /**
     * What the API had for a value.
     *
     * @return empty when the value can be written as it is, is another one than was read, or is meant for another type
     */
    public Optional<Object> original(String name, int forTypeId) {
        Original original = originals == null || typeId != forTypeId ? null : originals.get(name);
        return original != null && Objects.equals(original.read, get(name))
                ? Optional.of(original.wire)
                : Optional.empty();
    }

    /** A record without fields that knows the same originals. */
    MappedRecord emptyCopy() {
        MappedRecord copy = new MappedRecord(typeId, size());
        copy.originals = originals;
        return copy;
    }
}
