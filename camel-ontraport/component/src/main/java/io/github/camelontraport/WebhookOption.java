package io.github.camelontraport;

import io.github.camelontraport.webhook.WebhookFormat;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Options that only webhooks have, and whether an endpoint sets them. */
enum WebhookOption {
    formId(endpoint -> endpoint.getFormId() != null),
    productId(endpoint -> endpoint.getProductId() != null),
    webhookFormat(endpoint -> endpoint.getWebhookFormat() != WebhookFormat.full),
    webhookVerifyToken(endpoint -> endpoint.getWebhookVerifyToken() != null),
    webhookMaxBodySize(endpoint -> endpoint.getWebhookMaxBodySize() != OntraportEndpoint.DEFAULT_MAX_BODY_SIZE),
    webhookKeepSubscription(endpoint -> !endpoint.isWebhookKeepSubscription()),
    webhookRepair(OntraportEndpoint::isWebhookRepair),
    idempotentRepository(endpoint -> endpoint.getIdempotentRepository() != null);

    private final Predicate<OntraportEndpoint> isSet;

    WebhookOption(Predicate<OntraportEndpoint> isSet) {
        this.isSet = isSet;
    }

    static List<String> setOn(OntraportEndpoint endpoint) {
        return Arrays.stream(values())
                .filter(option -> option.isSet.test(endpoint))
                .map(WebhookOption::name)
                .toList();
    }
}
