package io.github.camelontraport.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An encoded request body.
 *
 * @param contentType {@code null} for no body
 * @param bytes       {@code null} for no body; not to be changed
 */
public record RequestBody(String contentType, byte[] bytes) {

    public static final String JSON = "application/json";
    public static final String FORM = "application/x-www-form-urlencoded";

    public static final RequestBody NONE = new RequestBody(null, null);

    public static RequestBody json(JsonNode value) {
        return new RequestBody(JSON, Json.write(value));
    }

    /** Name and decoded value of each form field, in order. */
    public static RequestBody form(Map<String, String> fields) {
        return new RequestBody(FORM, PercentEncoding.form(fields).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return contentType == null ? "no body" : contentType + " of " + bytes.length + " bytes";
    }
}
