package io.github.camelontraport.operation.webhook;

import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ReplyShape;
import java.util.List;

/** Rows for the account's webhook subscriptions. */
public final class WebhookOperations {

    public static final List<Operation> ROWS = List.of(
            Operation.of(
                    WebhookSubscriptions.SUBSCRIBE,
                    Capability.SUBSCRIBE_WEBHOOK,
                    ReplyShape.MAP,
                    WebhookSubscriptions::subscribe,
                    WebhookSubscriptions.SUBSCRIBE_CALL),
            Operation.of(
                            WebhookSubscriptions.UNSUBSCRIBE,
                            Capability.SUBSCRIBE_WEBHOOK,
                            ReplyShape.ACKNOWLEDGEMENT,
                            WebhookSubscriptions::unsubscribe,
                            WebhookSubscriptions.UNSUBSCRIBE_CALL)
                    .reads(Parameter.RECORD_ID));

    private WebhookOperations() {}
}
