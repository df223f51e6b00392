package io.github.camelontraport.api.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One HTTP request. Its text form leaves out headers and body, as they hold credentials and personal data.
 *
 * @param headers name to value, credentials included
 * @param body    {@code null} for a request without one
 * @param timeout longest time from sending to the whole response
 */
public record TransportRequest(String method, URI uri, Map<String, String> headers, byte[] body, Duration timeout) {

    public TransportRequest {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return method + " " + uri.getPath();
    }
}
