package io.github.camelontraport.value.mapper;

/** The form of values in bodies. */
public enum FieldFormat {
    /** As the API has them: texts, Unix seconds, ids of options. */
    raw,
    /** As Java values: dates, numbers, Booleans, labels of options. */
    typed
}
