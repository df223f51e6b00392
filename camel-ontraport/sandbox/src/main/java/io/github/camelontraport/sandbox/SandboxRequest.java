package io.github.camelontraport.sandbox;

import io.github.camelontraport.sandbox.server.LoggedRequest;
import java.util.Map;

/**
 * A request the sandbox received. Immutable.
 *
 * @param method in capitals
 * @param path without the leading {@code /1} and without the query
 * @param query decoded parameters of the query, never null
 * @param headers by lower-case name; the values of credentials are replaced by {@code hidden}
 * @param contentType as sent, null when the request had none
 * @param body never null, "" when the request had none
 * @param status of the reply; 0 when the connection was dropped
 */
public record SandboxRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String contentType,
        String body,
        int status) {

    static SandboxRequest of(LoggedRequest logged) {
        return new SandboxRequest(
                logged.method(),
                logged.path(),
                logged.query(),
                logged.headers(),
                logged.contentType(),
                logged.body(),
                logged.status());
    }
}
