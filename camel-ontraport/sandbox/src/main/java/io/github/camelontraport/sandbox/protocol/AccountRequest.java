package io.github.camelontraport.sandbox.protocol;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An HTTP request to the account.
 *
 * @param path without the query
 * @param query not decoded, never null
 * @param headers by lower-case name
 */
public record AccountRequest(String method, String path, String query, Map<String, String> headers, String body) {

    public static final String BASE_PATH = "/1";

    /** @param headers by name in any case */
    public static AccountRequest of(String method, String pathAndQuery, Map<String, String> headers, String body) {
        String[] parts = pathAndQuery.split("\\?", 2);
        Map<String, String> byLowerCase = new HashMap<>();
        headers.forEach((name, value) -> byLowerCase.put(name.toLowerCase(Locale.ROOT), value));
        return new AccountRequest(method, parts[0], parts.length > 1 ? parts[1] : "", byLowerCase, body);
    }

    /** Whether this is a GET or a HEAD, which have no body. */
    public boolean isRead() {
        return "GET".equals(method) || isHead();
    }

    /** Whether this is a HEAD: a GET whose reply has no body. */
    public boolean isHead() {
        return "HEAD".equals(method);
    }

    public String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    /** The path below the base path, or the whole path when it is not below it. */
    public String apiPath() {
        return belowBase() ? path.substring(BASE_PATH.length()) : path;
    }

    public boolean belowBase() {
        return path.startsWith(BASE_PATH + "/");
    }
}
