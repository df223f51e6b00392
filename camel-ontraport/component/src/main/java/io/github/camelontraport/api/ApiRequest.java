package io.github.camelontraport.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One API call, before it becomes HTTP. Its text form leaves out parameters and body.
 *
 * @param method  HTTP method
 * @param path    relative to the base URL, starting with a slash
 * @param query   decoded query parameters in order
 * @param headers further request headers, never credentials
 * @param body    {@link RequestBody#NONE} for a request without one
 * @param retryRule whether it may be sent again after a failure that leaves its outcome unknown
 */
public record ApiRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        RequestBody body,
        RetryRule retryRule) {

    public ApiRequest {
        query = query.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(query));
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body);
        Objects.requireNonNull(retryRule);
        if (!path.startsWith("/")) {
            // Appended to the host as it is, "@evil.example" would make it another host.
            throw new InvalidInputException("Path '" + path + "' does not start with a slash");
        }
    }

    /** A read: no body, and safe to repeat. */
    public static ApiRequest get(String path, Map<String, String> query) {
        return new ApiRequest("GET", path, query, Map.of(), RequestBody.NONE, RetryRule.ALWAYS);
    }

    /** A removal. Its parameters travel in the query, as some HTTP stacks drop the body of a DELETE. */
    public static ApiRequest delete(String path, Map<String, String> query) {
        return new ApiRequest("DELETE", path, query, Map.of(), RequestBody.NONE, RetryRule.ALWAYS);
    }

    /** A write of a body. */
    public static ApiRequest write(String method, String path, RequestBody body, RetryRule repeat) {
        return new ApiRequest(method, path, Map.of(), Map.of(), body, repeat);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
