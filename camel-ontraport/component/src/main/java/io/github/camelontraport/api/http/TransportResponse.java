package io.github.camelontraport.api.http;

import java.util.Map;
import java.util.Optional;

/**
 * One HTTP response.
 *
 * @param headers lower-case name to first value
 */
public record TransportResponse(int status, Map<String, String> headers, byte[] body) {

    public TransportResponse {
        headers = Map.copyOf(headers);
    }

    /** The first value of a header, its name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public String toString() {
        return "HTTP " + status + " with " + body.length + " bytes";
    }
}
