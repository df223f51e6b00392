package io.github.camelontraport.receiver;

import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.webhook.CallbackUrl;
import io.github.camelontraport.webhook.WebhookApi;
import io.github.camelontraport.webhook.event.EventSpec;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.IdempotentRepository;

/**
 * The options of a webhook endpoint, checked, and its access to the account.
 *
 * @param mapper           puts a record into the form of the endpoint
 * @param repository       recognises repeated deliveries; {@code null} for none
 * @param replayMissed     whether missed deliveries are replayed at the start
 * @param keepSubscription whether the subscription stays when the route stops
 * @param exceptionHandler handles the failures of routes
 * @param healthCheck      how the health check is registered
 */
public record ReceiverSettings(
        WebhookApi api,
        BiFunction<ObjectType, Map<String, Object>, CompletionStage<Map<String, Object>>> mapper,
        EventSpec event,
        CallbackUrl callbackUrl,
        IdempotentRepository repository,
        boolean replayMissed,
        boolean keepSubscription,
        ExceptionHandler exceptionHandler,
        HealthCheckSettings healthCheck) {

    /**
     * The registration of the health check.
     *
     * @param id unique in the Camel context, equal after a restart of the route
     */
    public record HealthCheckSettings(String id, boolean enabled) {}
}
