package io.github.camelontraport.value.field;

import java.util.Map;

/** What the values of a field are. */
public enum FieldKind {
    /** Any text. */
    TEXT,
    /** A number. */
    NUMBER,
    /** An amount of money. */
    PRICE,
    /** 1 or 0. */
    CHECK,
    /** The id of one option. */
    OPTION,
    /** The ids of any number of options. */
    OPTIONS,
    /** Midnight of a day, as Unix seconds. */
    DATE,
    /** A point in time, as Unix seconds. */
    TIME,
    /** The id of another record. */
    LINK;

    /** The API's names of types; those that are not here are texts. */
    private static final Map<String, FieldKind> BY_TYPE = Map.of(
            "numeric", NUMBER,
            "price", PRICE,
            "check", CHECK,
            "drop", OPTION,
            "list", OPTIONS,
            "fulldate", DATE,
            "date", DATE,
            "timestamp", TIME,
            "parent", LINK);

    /** The kind of a field with this {@code type} in the metadata. */
    public static FieldKind of(String type) {
        return BY_TYPE.getOrDefault(type, TEXT);
    }
}
