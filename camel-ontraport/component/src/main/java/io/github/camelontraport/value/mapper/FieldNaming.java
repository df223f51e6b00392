package io.github.camelontraport.value.mapper;

/** The names of fields in bodies. */
public enum FieldNaming {
    /** The API's keys, such as f1558. */
    key,
    /** The labels that people see, such as Favourite colour. */
    label
}
