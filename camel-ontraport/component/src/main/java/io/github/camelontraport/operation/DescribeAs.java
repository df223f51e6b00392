package io.github.camelontraport.operation;

/** What the operation describe gives. */
public enum DescribeAs {
    /** The fields as the account describes them, by key. */
    fields,
    /** A JSON Schema of a typed record. */
    schema
}
