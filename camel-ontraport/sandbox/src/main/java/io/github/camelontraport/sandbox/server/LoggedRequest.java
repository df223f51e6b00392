package io.github.camelontraport.sandbox.server;

import java.time.Instant;
import java.util.Map;

/**
 * A request in the {@link RequestLog}.
 *
 * @param time of the account
 * @param path without the base path and the query
 * @param query decoded
 * @param headers by lower-case name; the values of credentials are replaced by {@code hidden}
 * @param contentType null when the request had none
 * @param status of the reply, 0 when the connection was dropped
 */
public record LoggedRequest(
        Instant time,
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String contentType,
        String body,
        int status) {}
