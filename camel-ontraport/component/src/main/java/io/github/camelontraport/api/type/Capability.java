package io.github.camelontraport.api.type;

/** What the API can do with records of a type. The type table says which types have which. */
public enum Capability {
    READ,
    CREATE,
    UPDATE,
    /** Create, or update the record that has the same value in the type's {@link ObjectType#mergeKey()}. */
    UPSERT,
    DELETE,
    /** A single read returns fields, or forms of them, that a list of records leaves out. */
    READ_DETAIL,
    /** Tag subscribers record which tags a record has; no source shows this for other types. */
    TAG,
    PAUSE,
    /** Tasks can be assigned to the records. */
    ASSIGN_TASK,
    /** The record is a task, which can be completed, cancelled, rescheduled and opened again. */
    WORK_ON_TASK,
    /** Charges and logged payments become records; the records can be refunded, voided, written off and so on. */
    SETTLE,
    VOID_PURCHASE,
    /** The products and terms of an open order can be read and replaced. */
    EDIT_ORDER,
    SET_DEFAULT_CARD,
    /** The record is a page with a public address. */
    HOST_PAGE,
    READ_FORM_HTML,
    READ_FORM_BLOCKS,
    /** Webhooks are made and removed by subscribing and unsubscribing. */
    SUBSCRIBE_WEBHOOK;

    /** Whether the capability distinguishes single types, so that an error names the types that have it. */
    public boolean isSpecial() {
        return compareTo(DELETE) > 0;
    }
}
