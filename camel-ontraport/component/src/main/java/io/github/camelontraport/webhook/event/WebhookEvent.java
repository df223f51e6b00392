package io.github.camelontraport.webhook.event;

import java.util.Arrays;
import java.util.Optional;

/** What Ontraport makes webhooks of. There is none for changed or deleted records. */
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

    /** As the option names it. */
    public String option() {
        return option;
    }

    /** Whether it is about the adding or removing of a tag. */
    public boolean isOfTag() {
        return this == TAGGED || this == UNTAGGED;
    }

    /** Whether it is about a product. */
    public boolean isOfProduct() {
        return this == PRODUCT_PURCHASED || this == TRANSACTION_CREATED;
    }

    /** Whether it can only be about records of the type that is listened for; a form or product names no type. */
    boolean isOfOneType() {
        return this == CREATED || isOfTag();
    }

    /** As the API writes it, in brackets the id of the tag, form, product or type. */
    String text(long subject) {
        return apiName + "(" + subject + ")";
    }

    /** Where a delivery has that id. */
    public String subjectField() {
        return subjectField;
    }

    public static Optional<WebhookEvent> named(String apiName) {
        return Arrays.stream(values())
                .filter(event -> event.apiName.equals(apiName))
                .findFirst();
    }
}
