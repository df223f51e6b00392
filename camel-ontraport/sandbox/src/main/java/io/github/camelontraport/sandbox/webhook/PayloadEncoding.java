package io.github.camelontraport.sandbox.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

/** The content type and the encoding of a webhook payload. */
public enum PayloadEncoding {
    JSON("application/json") {

        @Override
        public String encode(Map<String, ?> payload) {
            try {
                return MAPPER.writeValueAsString(payload);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Maps and text can be written as JSON", e);
            }
        }
    },

    FORM("application/x-www-form-urlencoded") {

        @Override
        public String encode(Map<String, ?> payload) {
            StringJoiner form = new StringJoiner("&");
            payload.forEach((name, value) -> addTo(form, name, value));
            return form.toString();
        }
    };

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String contentType;

    PayloadEncoding(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** @param payload values are text, null, or again such maps */
    public abstract String encode(Map<String, ?> payload);

    private static void addTo(StringJoiner form, String name, Object value) {
        if (value instanceof Map<?, ?> members) {
            members.forEach((member, inner) -> addTo(form, name + "[" + member + "]", inner));
        } else if (value != null) {
            form.add(escape(name) + "=" + escape(value.toString()));
        }
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
