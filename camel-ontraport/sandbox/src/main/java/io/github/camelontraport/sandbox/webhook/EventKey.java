package io.github.camelontraport.sandbox.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An event that a webhook can subscribe to.
 *
 * @param subject id of the object type, form, tag or product
 */
public record EventKey(Kind kind, long subject) {

    private static final Pattern SUBSCRIBED = Pattern.compile(
            Stream.of(Kind.values()).map(kind -> kind.type).collect(Collectors.joining("|", "(", ")\\([0-9]+\\)")));

    enum Kind {
        RECORD_CREATED("object_create", "object_type_id"),
        FORM_SUBMITTED("object_submits_form", "form_id"),
        TAG_ADDED("sub_tag", "tag_id"),
        TAG_REMOVED("unsub_tag", "tag_id"),
        PRODUCT_PURCHASED("purchase_product", "product_id"),
        TRANSACTION_CREATED("transaction_created_with_product", "product_id");

        private final String type;
        private final String subject;

        Kind(String type, String subject) {
            this.type = type;
            this.subject = subject;
        }
    }

    /** Whether the text names an event. */
    public static boolean isSubscribable(String text) {
        return SUBSCRIBED.matcher(text).matches();
    }

    /** The name in subscriptions: {@code sub_tag(6)}. */
    String name() {
        return kind.type + "(" + subject + ")";
    }

    /** The event in the payload of a delivery. */
    Map<String, String> toPayload() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("type", kind.type);
        shown.put(kind.subject, Long.toString(subject));
        return shown;
    }
}
