package io.github.camelontraport;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.webhook.event.WebhookEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a consumer watches for, by polling, by webhooks, or by either. */
public enum OntraportEvent {
    created(PollEvent.CREATED, WebhookEvent.CREATED, null),
    updated(PollEvent.UPDATED, null, null),
    deleted(PollEvent.DELETED, null, null),
    tagged(PollEvent.TAGGED, WebhookEvent.TAGGED, OntraportConstants.TAG_ID),
    untagged(null, WebhookEvent.UNTAGGED, OntraportConstants.TAG_ID),
    formSubmitted(null, WebhookEvent.FORM_SUBMITTED, OntraportConstants.FORM_ID),
    productPurchased(null, WebhookEvent.PRODUCT_PURCHASED, OntraportConstants.PRODUCT_ID),
    transactionCreated(null, WebhookEvent.TRANSACTION_CREATED, OntraportConstants.PRODUCT_ID);

    private final PollEvent polled;
    private final WebhookEvent pushed;
    private final String subjectHeader;

    OntraportEvent(PollEvent polled, WebhookEvent pushed, String subjectHeader) {
        this.polled = polled;
        this.pushed = pushed;
        this.subjectHeader = subjectHeader;
    }

    /** @throws InvalidInputException naming the events there are */
    static OntraportEvent named(String text) {
        List<String> names = Arrays.stream(values()).map(OntraportEvent::name).toList();
        return Arrays.stream(values())
                .filter(event -> event.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("Option event: '" + text + "' is not one of " + names + "."
                        + Suggestions.hint(text.strip(), names)));
    }

    /** Empty when it shows in no poll. */
    Optional<PollEvent> polled() {
        return Optional.ofNullable(polled);
    }

    /** Empty when Ontraport has no webhook for it. */
    Optional<WebhookEvent> pushed() {
        return Optional.ofNullable(pushed);
    }

    /** The header with the id of the tag, form or product; empty when the event has none. */
    Optional<String> subjectHeader() {
        return Optional.ofNullable(subjectHeader);
    }
}
