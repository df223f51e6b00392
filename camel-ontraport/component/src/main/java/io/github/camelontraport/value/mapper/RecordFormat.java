package io.github.camelontraport.value.mapper;

import java.time.ZoneId;

/**
 * The form of records in bodies, as an endpoint wants it.
 *
 * @param zone in which days begin, and times without a zone of their own are meant
 */
public record RecordFormat(FieldFormat values, FieldNaming names, UnknownFields unknownFields, ZoneId zone) {

    /** Whether values are Java values. */
    public boolean isTyped() {
        return values == FieldFormat.typed;
    }

    /** Whether fields have the names that people see. */
    public boolean isLabelled() {
        return names == FieldNaming.label;
    }

    /** Whether replies are delivered as they came. */
    public boolean isRaw() {
        return !isTyped() && !isLabelled();
    }

    /** Whether fields that are written are looked up before they are sent. */
    public boolean checksFields() {
        return !isRaw() || unknownFields == UnknownFields.fail;
    }

    /** Whether fields that a reply does not hold are looked up after they were sent. */
    public boolean reportsDropped() {
        return checksFields() || unknownFields == UnknownFields.warn;
    }
}
