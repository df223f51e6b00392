package io.github.camelontraport.operation;

/** What an operation leaves in the message body. */
public enum ReplyShape {
    /** The body stays as it was; the API's acknowledgement is reported beside it. */
    ACKNOWLEDGEMENT,
    /** A record, or another map; null when there is none. */
    MAP,
    /** A list of records, or a stream of them. */
    RECORDS,
    /** A list of ids, or a map by id. */
    LIST,
    /** A number. */
    COUNT,
    /** A text; null when there is none. */
    TEXT,
    /** What a run did, in counts. The rows that it works on are read one by one. */
    REPORT,
    /** Whatever the API sends. */
    ANY
}
