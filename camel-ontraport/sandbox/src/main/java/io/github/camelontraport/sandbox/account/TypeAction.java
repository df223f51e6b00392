package io.github.camelontraport.sandbox.account;

/** What the API lets a caller do with the records of one type. */
public enum TypeAction {
    READ,
    CREATE,
    UPDATE,
    UPSERT,
    DELETE_ONE,
    DELETE_MANY,
    PAUSE
}
