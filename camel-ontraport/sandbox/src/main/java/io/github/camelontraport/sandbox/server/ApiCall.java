package io.github.camelontraport.sandbox.server;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One HTTP request as it arrived.
 *
 * @param path without the query
 * @param query not decoded, never null
 * @param headers by lower-case name
 */
public record ApiCall(String method, String path, String query, Map<String, String> headers, String body) {

    public static final String BASE_PATH = "/1";

    /** @param headers by name in any case */
    public static ApiCall of(String method, String pathAndQuery, Map<String, String> headers, String body) {
        String[] parts = pathAndQuery.split("\\?", 2);
        Map<String, String> byLowerCase = new HashMap<>();
        headers.forEach((name, value) -> byLowerCase.put(name.toLowerCase(Locale.ROOT), value));
        return new ApiCall(method, parts[0], parts.length > 1 ? parts[1] : "", byLowerCase, body);
    }

    String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    /** The path below the base path, or the whole path when it is not below it. */
    public String apiPath() {
        return belowBase() ? path.substring(BASE_PATH.length()) : path;
    }

    boolean belowBase() {
        return path.startsWith(BASE_PATH + "/");
    }
}
