package io.github.camelontraport.sandbox.server;

import java.util.LinkedHashMap;
import java.util.Map;

/** The rate limit in the headers of a reply; {@code reset} is in seconds. */
public record RateHeaders(int limit, int remaining, int reset) {

    RateHeaders usedUp(int resetSeconds) {
        return new RateHeaders(limit, 0, resetSeconds);
    }

    Map<String, String> asMap() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Rate-Limit-Limit", Integer.toString(limit));
        headers.put("X-Rate-Limit-Remaining", Integer.toString(remaining));
        headers.put("X-Rate-Limit-Reset", Integer.toString(reset));
        return headers;
    }
}
