package io.github.camelontraport.sandbox.account.type;

/** An action that the API allows on the records of a type. */
public enum TypeAction {
    READ,
    CREATE,
    UPDATE,
    UPSERT,
    DELETE_ONE,
    DELETE_MANY,
    PAUSE
}
