package io.github.camelontraport.operation.sync;

/** What becomes of a record whose key is missing in a refresh. The constants are the values of the option. */
public enum OnMissing {
    keep,
    untag,
    delete
}
