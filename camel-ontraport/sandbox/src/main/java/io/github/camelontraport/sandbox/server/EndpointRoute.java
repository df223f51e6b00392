package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.account.TypeAction;

/**
 * One row of the table of endpoints.
 *
 * @param genericPath path that takes the type from {@code objectID}, or null
 * @param typedPath path with {@code {one}} or {@code {many}} in place of the type's own name, or null
 * @param verb what a type must allow for the endpoint to exist for it
 * @param typeOptional whether {@code objectID} may be left out
 */
record EndpointRoute(
        String method,
        String genericPath,
        String typedPath,
        TypeAction verb,
        boolean typeOptional,
        CallHandler handler) {

    static EndpointRoute of(String method, String genericPath, String typedPath, TypeAction verb, CallHandler handler) {
        return new EndpointRoute(method, genericPath, typedPath, verb, false, handler);
    }
}
