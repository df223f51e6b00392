package io.github.camelontraport.sandbox;

import io.github.camelontraport.sandbox.webhook.PayloadEncoding;
import java.util.Map;

/** The encoding of webhook deliveries. Sources differ on which of the two Ontraport uses. */
public enum WebhookEncoding {

    /** {@code {"event":{"type":"sub_tag","tag_id":"6"},...}} */
    JSON(PayloadEncoding.JSON),

    /** {@code event[type]=sub_tag&event[tag_id]=6&...}, with the brackets escaped. Fields without a value are omitted. */
    FORM(PayloadEncoding.FORM);

    private final PayloadEncoding encoding;

    WebhookEncoding(PayloadEncoding encoding) {
        this.encoding = encoding;
    }

    /** The {@code Content-Type} of a delivery. */
    public String contentType() {
        return encoding.contentType();
    }

    /** @param payload values are text, null, or again such maps */
    public String encode(Map<String, ?> payload) {
        return encoding.encode(payload);
    }

    PayloadEncoding toPayloadEncoding() {
        return encoding;
    }
}
