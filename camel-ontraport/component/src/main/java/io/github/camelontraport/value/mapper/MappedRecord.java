package io.github.camelontraport.value.mapper;

import java.util.LinkedHashMap;

/** A record with typed values or labels. Its class says that Camel may convert it to a bean. */
public final class MappedRecord extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    MappedRecord(int size) {
        // Large enough from the start: records have some dozens of fields.
        super(size * 4 / 3 + 1);
    }
}
