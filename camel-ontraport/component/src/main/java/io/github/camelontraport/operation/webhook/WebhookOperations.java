package io.github.camelontraport.operation.webhook;

import static io.github.camelontraport.operation.Operation.NO;
import static io.github.camelontraport.operation.Operation.YES;
import static io.github.camelontraport.operation.Operation.row;

import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.Parameter;
import java.util.List;
import java.util.Set;

/** Rows for the account's webhook subscriptions. */
public final class WebhookOperations {

    public static final List<Operation> ROWS = List.of(
            row(
                    "subscribeWebhook",
                    "POST /Webhook/subscribe",
                    Capability.SUBSCRIBE_WEBHOOK,
                    Set.of(),
                    false,
                    NO,
                    WebhookSubscriptions::subscribe),
            row(
                    "unsubscribeWebhook",
                    "DELETE /Webhook/unsubscribe",
                    Capability.SUBSCRIBE_WEBHOOK,
                    Set.of(Parameter.RECORD_ID),
                    false,
                    YES,
                    WebhookSubscriptions::unsubscribe));

    private WebhookOperations() {}
}
