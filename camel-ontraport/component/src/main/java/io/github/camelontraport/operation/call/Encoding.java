package io.github.camelontraport.operation.call;

/** How the parameters of a call are written. */
public enum Encoding {
    /** In the query; the request has no body. */
    QUERY,
    /** As a JSON body. */
    JSON,
    /** As a form body. */
    FORM
}
