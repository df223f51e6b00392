package io.github.camelontraport.value.mapper;

import io.github.camelontraport.value.field.FieldMetadata;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the metadata did not explain while records were read with it. Not thread-safe. */
final class ReadFindings {

    private final Set<String> unlisted = new LinkedHashSet<>();
    private final Map<FieldMetadata, Set<String>> unreadable = new HashMap<>();
    private final Set<FieldMetadata> datesWithTime = new LinkedHashSet<>();
    private boolean inexact;

    /** The metadata has no field with this key. */
    void unlisted(String key) {
        unlisted.add(key);
    }

    /** The value is none that the field can have. It stays as it came. */
    void unreadable(FieldMetadata field, String value) {
        unreadable.computeIfAbsent(field, unused -> new LinkedHashSet<>()).add(value);
        inexact = true;
    }

    /** The value is a date, but not midnight of it. */
    void dateWithTime(FieldMetadata field) {
        datesWithTime.add(field);
        inexact = true;
    }

    /** A raw value reads like one of typed format. */
    void notRaw() {
        inexact = true;
    }

    /** Whether a value that was read since the last call cannot be written back as it reads. */
    boolean takeInexact() {
        boolean was = inexact;
        inexact = false;
        return was;
    }

    Set<String> unlistedKeys() {
        return unlisted;
    }

    Map<FieldMetadata, Set<String>> unreadableValues() {
        return unreadable;
    }

    Set<FieldMetadata> datesWithTime() {
        return datesWithTime;
    }
}
