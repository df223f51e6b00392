package io.github.camelontraport.api;

import java.util.Map;
import java.util.TreeMap;

/** The headers of requests with the same credentials. Those of most requests are the same, and made once. */
final class RequestHeaders {

    private static final String ACCEPT = "Accept";
    private static final String CONTENT_TYPE = "Content-Type";

    private final Credentials credentials;
    private final Map<String, String> withoutBody;
    private final Map<String, String> withJson;

    RequestHeaders(Credentials credentials) {
        this.credentials = credentials;
        this.withoutBody = merged(Map.of(), null);
        this.withJson = merged(Map.of(), RequestBody.JSON);
    }

    /** Immutable. */
    Map<String, String> of(ApiRequest request) {
        String contentType = request.body().contentType();
        if (!request.headers().isEmpty()) {
            return merged(request.headers(), contentType);
        }
        if (contentType == null) {
            return withoutBody;
        }
        return contentType.equals(RequestBody.JSON) ? withJson : merged(Map.of(), contentType);
    }

    private Map<String, String> merged(Map<String, String> given, String contentType) {
        // Names in any case are one header: otherwise "api-key" would travel beside, or instead of, "Api-Key".
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(given);
        headers.put(ACCEPT, "application/json");
        if (contentType != null) {
            headers.put(CONTENT_TYPE, contentType);
        }
        // Last, so that nothing above can replace them.
        headers.putAll(credentials.headers());
        return Map.copyOf(headers);
    }
}
