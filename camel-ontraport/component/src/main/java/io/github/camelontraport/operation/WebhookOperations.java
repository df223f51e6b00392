package io.github.camelontraport.operation;

import static io.github.camelontraport.operation.Operation.NO;
import static io.github.camelontraport.operation.Operation.YES;
import static io.github.camelontraport.operation.Operation.row;

import io.github.camelontraport.api.type.Verb;
import java.util.List;
import java.util.Set;

/** Rows for the account's webhook subscriptions. */
final class WebhookOperations {

    private static final int WEBHOOK = 145;

    static final List<Operation> ROWS = List.of(
            row("subscribeWebhook", "POST /Webhook/subscribe", Verb.READ, Set.of(), false, NO,
                    WebhookSubscriptions::subscribe).only(WEBHOOK),
            row("unsubscribeWebhook", "DELETE /Webhook/unsubscribe", Verb.READ, Set.of(Input.RECORD_ID), false, YES,
                    WebhookSubscriptions::unsubscribe).only(WEBHOOK));

    private WebhookOperations() {
    }
}
