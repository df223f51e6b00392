package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.account.type.TypeAction;
import io.github.camelontraport.sandbox.server.handler.RequestHandler;

/**
 * A row of the {@link EndpointTable}.
 *
 * @param path for the type {@code typeId}, or for the type in {@code objectID}
 * @param typedPath path with {@code {one}} or {@code {many}} in place of the name of the type; null when there is none
 * @param action the endpoint exists for the types that allow this action
 * @param typeOptional whether {@code objectID} is optional
 * @param formOnly whether a JSON body is refused
 * @param typeId the only type of the endpoint, null for an endpoint of many types
 */
record Endpoint(
        String method,
        String path,
        String typedPath,
        TypeAction action,
        boolean typeOptional,
        boolean formOnly,
        Integer typeId,
        RequestHandler handler) {

    static Endpoint generic(String method, String path, TypeAction action, RequestHandler handler) {
        return new Endpoint(method, path, null, action, false, false, null, handler);
    }

    static Endpoint ofType(int typeId, String method, String path, RequestHandler handler) {
        return new Endpoint(method, path, null, TypeAction.READ, false, false, typeId, handler);
    }

    /** Adds a path for each type that allows the action. */
    Endpoint typed(String path) {
        return new Endpoint(method, this.path, path, action, typeOptional, formOnly, typeId, handler);
    }

    Endpoint withOptionalType() {
        return new Endpoint(method, path, typedPath, action, true, formOnly, typeId, handler);
    }

    Endpoint withFormOnly() {
        return new Endpoint(method, path, typedPath, action, typeOptional, true, typeId, handler);
    }
}
