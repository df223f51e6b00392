package io.github.camelontraport.receiver;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.value.ValueDecoder;
import io.github.camelontraport.webhook.WebhookFormat;
import io.github.camelontraport.webhook.delivery.Delivery;
import io.github.camelontraport.webhook.delivery.DeliveryResult;
import io.github.camelontraport.webhook.delivery.WebhookDeliveryKey;
import io.github.camelontraport.webhook.event.EventResolver;
import io.github.camelontraport.webhook.event.ResolvedEvent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RollbackExchangeException;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dispatches deliveries into the route. Each delivery has a new exchange, like a polled record: nothing of the HTTP request
 * reaches the route, in particular not the token. Thread-safe.
 */
public final class DeliveryDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryDispatcher.class);

    private final ReceiverEndpoint endpoint;
    private final String name;
    private final AsyncProcessor route;
    private final ReceiverSettings settings;
    private final EventResolver resolver;
    private final DeliveryDeduplicator deduplicator;

    /** @param name names the receiver in logs */
    DeliveryDispatcher(
            ReceiverEndpoint endpoint,
            String name,
            Processor route,
            ReceiverSettings settings,
            EventResolver resolver) {
        this.endpoint = endpoint;
        this.name = name;
        this.route = AsyncProcessorConverterHelper.convert(route);
        this.settings = settings;
        this.resolver = resolver;
        this.deduplicator = new DeliveryDeduplicator(settings.repository());
    }

    /** The stage completes when the route is done with the delivery. It never fails. */
    public CompletionStage<DeliveryResult> dispatch(Delivery delivery) {
        return Futures.guarded(() -> onRouteThread(resolver.resolve()).thenCompose(event -> dispatch(event, delivery)))
                .exceptionally(failure -> {
                    LOG.warn(
                            "A delivery to {} is answered with {}, so that it can come again: {}",
                            name,
                            DeliveryResult.UNAVAILABLE.status(),
                            settings.callbackUrl().redact(Futures.cause(failure).toString()));
                    return DeliveryResult.UNAVAILABLE;
                });
    }

    private CompletionStage<DeliveryResult> dispatch(ResolvedEvent event, Delivery delivery) {
        if (!delivery.isOf(event)) {
            LOG.info(
                    "A delivery to {} is ignored: it is {} of type {}, and the route listens for {}",
                    name,
                    delivery.event(),
                    delivery.typeId().stream()
                            .mapToObj(Long::toString)
                            .findFirst()
                            .orElse("unknown"),
                    event.apiText());
            return CompletableFuture.completedFuture(DeliveryResult.IGNORED);
        }
        ReceivedEvent received = new ReceivedEvent(
                delivery.type(event),
                delivery.recordId(),
                event.subject(),
                WebhookDeliveryKey.of(delivery, event),
                delivery.time(),
                delivery.webhookId());
        Exchange exchange = endpoint.createExchange(received);
        return deduplicator.processOnce(
                exchange, received.deliveryKey(), () -> onRouteThread(body(received.type(), delivery))
                        .thenCompose(body -> {
                            exchange.getMessage().setBody(body.orElse(null));
                            return process(exchange);
                        }));
    }

    /** The record in the form of the endpoint. */
    private CompletionStage<Optional<Map<String, Object>>> body(ObjectType type, Delivery delivery) {
        return record(type, delivery)
                .thenCompose(record -> record.isPresent()
                        ? settings.mapper().apply(type, record.get()).thenApply(Optional::of)
                        : CompletableFuture.completedFuture(record));
    }

    /** Reads the record when the format is full and the delivery has only its id; empty when it does not exist any more. */
    private CompletionStage<Optional<Map<String, Object>>> record(ObjectType type, Delivery delivery) {
        if (settings.callbackUrl().format() == WebhookFormat.full && delivery.hasOnlyId()) {
            return settings.api().readRecord(type, delivery.recordId());
        }
        return CompletableFuture.completedFuture(Optional.of(ValueDecoder.map(delivery.data())));
    }

    private CompletionStage<DeliveryResult> process(Exchange exchange) {
        CompletableFuture<DeliveryResult> result = new CompletableFuture<>();
        try {
            route.process(exchange, doneSync -> result.complete(result(exchange)));
        } catch (RuntimeException | Error e) {
            exchange.setException(e);
            EscapedExchange.release(exchange);
            result.complete(result(exchange));
        }
        return result;
    }

    private DeliveryResult result(Exchange exchange) {
        if (exchange.getException() == null && (exchange.isRollbackOnly() || exchange.isRollbackOnlyLast())) {
            exchange.setException(new RollbackExchangeException(exchange));
        }
        if (exchange.getException() == null) {
            return DeliveryResult.PROCESSED;
        }
        settings.exceptionHandler()
                .handleException(
                        "Error processing exchange; the delivery is answered with " + DeliveryResult.FAILED.status()
                                + ", so that it can come again",
                        exchange,
                        exchange.getException());
        return DeliveryResult.FAILED;
    }

    /** Continues on this thread, or on a Camel thread: never on a thread of the HTTP client. */
    private <T> CompletionStage<T> onRouteThread(CompletionStage<T> stage) {
        return Futures.continuedOn(endpoint::dispatch, stage);
    }
}
