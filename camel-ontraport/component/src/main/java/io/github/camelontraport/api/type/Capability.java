package io.github.camelontraport.api.type;

/** What can be done to records of a type. */
public enum Capability {
    READ,
    CREATE,
    UPDATE,
    /** Create, or update the record that has the same value in the type's {@link ObjectType#mergeKey()}. */
    UPSERT,
    DELETE
}
