package io.github.camelontraport.value.mapper;

/** What happens to a field of the body that the account does not have, and that the API drops without a word. */
public enum UnknownFields {
    /** The field is sent; when the reply does not hold it, it is looked up, logged once and named in a header. */
    warn,
    /** The fields are looked up before anything is sent, and the message fails. */
    fail,
    /** Nobody looks. */
    ignore
}
