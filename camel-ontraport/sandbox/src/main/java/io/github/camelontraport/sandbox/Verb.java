package io.github.camelontraport.sandbox;

/** What the API lets a caller do with the records of one type. */
enum Verb {
    READ, CREATE, UPDATE, UPSERT, DELETE_ONE, DELETE_MANY, PAUSE
}
