package io.github.camelontraport.sandbox;

/**
 * One row of the table of endpoints.
 *
 * @param genericPath path that takes the type from {@code objectID}, or null
 * @param typedPath path with {@code {one}} or {@code {many}} in place of the type's own name, or null
 * @param verb what a type must allow for the endpoint to exist for it
 * @param typeOptional whether {@code objectID} may be left out
 */
record Endpoint(String method, String genericPath, String typedPath, Verb verb, boolean typeOptional, Handler handler) {

    static Endpoint of(String method, String genericPath, String typedPath, Verb verb, Handler handler) {
        return new Endpoint(method, genericPath, typedPath, verb, false, handler);
    }
}
