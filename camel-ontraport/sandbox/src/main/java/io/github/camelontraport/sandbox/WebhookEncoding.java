package io.github.camelontraport.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

/** How a webhook delivery is written. Sources differ on which of the two Ontraport uses. */
public enum WebhookEncoding {

    /** {@code {"event":{"type":"sub_tag","tag_id":"6"},...}} */
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

    /** {@code event[type]=sub_tag&event[tag_id]=6&...}, with the brackets escaped; fields without a value are left out. */
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

    WebhookEncoding(String contentType) {
        this.contentType = contentType;
    }

    /** The value of the delivery's {@code Content-Type}. */
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
