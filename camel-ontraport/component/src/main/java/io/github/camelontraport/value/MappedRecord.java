package io.github.camelontraport.value;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A record with typed values or labels. Its class says that Camel may convert it to a bean. It keeps what the API had for
 * those values that cannot be written back as they read, such as a text in a number field. Not thread-safe.
 */
public final class MappedRecord extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    private final ZoneId zone;
    /** What the values mean something to: the fields of one type in one account. A serialized record loses it. */
    private final transient Object scope;
    /** By name in this record. A serialized record loses them. */
    private transient Map<String, Original> originals;

    /** @param wire what the API had where {@code read} stands now; {@code null} for what must not be written */
    private record Original(Object read, Object wire) {}

    /**
     * @param zone  in which the record's days begin
     * @param scope the same object for all records of a type and account
     * @param size  the number of fields
     */
    public MappedRecord(ZoneId zone, Object scope, int size) {
        // Large enough from the start: records have some dozens of fields.
        super(size * 4 / 3 + 1);
        this.zone = zone;
        this.scope = scope;
    }

    /** In which the record's days begin. */
    public ZoneId zone() {
        return zone;
    }

    /** Puts a value that cannot be written back as it reads. */
    public void putInexact(String name, Object read, Object wire) {
        put(name, read);
        // Who changes a list in place has changed the value.
        remember(name, read instanceof List<?> list ? new ArrayList<>(list) : read, wire);
    }

    /** Puts a value that is none of the type's fields, so that it cannot be written. */
    public void putForeign(String name, Object read) {
        put(name, read);
        remember(name, read, null);
    }

    private void remember(String name, Object read, Object wire) {
        if (originals == null) {
            originals = new HashMap<>();
        }
        originals.put(name, new Original(read, wire));
    }

    /** Whether the value is unchanged, and none that can be written in this scope. */
    public boolean isForeign(String name, Object inScope) {
        return unchanged(name, inScope)
                .filter(original -> original.wire == null)
                .isPresent();
    }

    /**
     * What the API had for a value.
     *
     * @return empty when the value can be written as it is, is another one than was read, or is meant for another scope
     */
    public Optional<Object> original(String name, Object inScope) {
        return unchanged(name, inScope).map(Original::wire);
    }

    private Optional<Original> unchanged(String name, Object inScope) {
        Original original = originals == null || scope != inScope ? null : originals.get(name);
        return Optional.ofNullable(original).filter(known -> Objects.equals(known.read, get(name)));
    }

    /** A record without fields that knows the same originals. */
    MappedRecord emptyCopy() {
        MappedRecord copy = new MappedRecord(zone, scope, size());
        copy.originals = originals;
        return copy;
    }
}
