package io.github.camelontraport.webhook.event;

import java.util.Arrays;
import java.util.Optional;

/** The events that Ontraport sends webhooks for. It has none for changed or deleted records. */
public enum WebhookEvent {
    CREATED("created", "object_create", "object_type_id"),
    TAGGED("tagged", "sub_tag", "tag_id"),
    UNTAGGED("untagged", "unsub_tag", "tag_id"),
    FORM_SUBMITTED("formSubmitted", "object_submits_form", "form_id"),
    PRODUCT_PURCHASED("productPurchased", "purchase_product", "product_id"),
    TRANSACTION_CREATED("transactionCreated", "transaction_created_with_product", "product_id");

    private final String option;
    private final String apiName;
    private final String subjectField;

    WebhookEvent(String option, String apiName, String subjectField) {
        this.option = option;
        this.apiName = apiName;
        this.subjectField = subjectField;
    }

    /** The value of the option {@code event}. */
    public String option() {
        return option;
    }

    /** Whether the subject of the event is a tag. */
    public boolean isTagEvent() {
        return this == TAGGED || this == UNTAGGED;
    }

    /** Whether the subject of the event is a product. */
    public boolean isProductEvent() {
        return this == PRODUCT_PURCHASED || this == TRANSACTION_CREATED;
    }

    /** Whether all records of the event have the endpoint's object type. A form or a product does not determine the type. */
    public boolean hasFixedType() {
        return this == CREATED || isTagEvent();
    }

    /** The event as the API writes it, with the id of its subject, such as {@code sub_tag(6)}. */
    String format(long subject) {
        return apiName + "(" + subject + ")";
    }

    /** Name of the field of a delivery that holds the id of the subject. */
    public String subjectField() {
        return subjectField;
    }

    /** The event with this name in the API, without a subject; empty for an unknown name. */
    public static Optional<WebhookEvent> ofApiName(String apiName) {
        return Arrays.stream(values())
                .filter(event -> event.apiName.equals(apiName))
                .findFirst();
    }
}
