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
    created(PollEvent.CREATED, WebhookEvent.CREATED),
    updated(PollEvent.UPDATED, null),
    deleted(PollEvent.DELETED, null),
    tagged(PollEvent.TAGGED, WebhookEvent.TAGGED),
    untagged(null, WebhookEvent.UNTAGGED),
    formSubmitted(null, WebhookEvent.FORM_SUBMITTED),
    productPurchased(null, WebhookEvent.PRODUCT_PURCHASED),
    transactionCreated(null, WebhookEvent.TRANSACTION_CREATED);

    private final PollEvent polled;
    private final WebhookEvent pushed;

    OntraportEvent(PollEvent polled, WebhookEvent pushed) {
        this.polled = polled;
        this.pushed = pushed;
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
}
