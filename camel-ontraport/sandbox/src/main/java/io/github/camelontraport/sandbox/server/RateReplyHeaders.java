package io.github.camelontraport.sandbox.server;

import java.util.LinkedHashMap;
import java.util.Map;

/** What replies tell about the rate limit; {@code reset} is in seconds. */
public record RateReplyHeaders(int limit, int remaining, int reset) {

    RateReplyHeaders usedUp(int resetSeconds) {
        return new RateReplyHeaders(limit, 0, resetSeconds);
    }

    Map<String, String> asMap() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Rate-Limit-Limit", Integer.toString(limit));
        headers.put("X-Rate-Limit-Remaining", Integer.toString(remaining));
        headers.put("X-Rate-Limit-Reset", Integer.toString(reset));
        return headers;
    }
}
