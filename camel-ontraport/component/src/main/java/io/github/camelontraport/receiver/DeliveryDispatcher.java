package io.github.camelontraport.receiver;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportEndpoint;
import io.github.camelontraport.api.Futures;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.value.ValueDecoder;
import io.github.camelontraport.webhook.CallbackUrl;
import io.github.camelontraport.webhook.WebhookApi;
import io.github.camelontraport.webhook.WebhookFormat;
import io.github.camelontraport.webhook.delivery.Delivery;
import io.github.camelontraport.webhook.delivery.DeliveryResult;
import io.github.camelontraport.webhook.event.EventResolver;
import io.github.camelontraport.webhook.event.ResolvedEvent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.RollbackExchangeException;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.LoggingExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads deliveries into the route. Each has an exchange of its own, such as the poller makes: nothing of the HTTP request
 * comes along, least of all its token. Thread-safe.
 */
public final class DeliveryDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryDispatcher.class);

    private final OntraportEndpoint endpoint;
    private final String name;
    private final AsyncProcessor route;
    private final WebhookApi access;
    private final CallbackUrl address;
    private final EventResolver resolver;
    private final DeliveryDeduplicator repeats;
    private final ExceptionHandler exceptionHandler;

    /** @param name in logs */
    DeliveryDispatcher(
            OntraportEndpoint endpoint,
            String name,
            Processor route,
            WebhookApi access,
            CallbackUrl address,
            EventResolver resolver,
            DeliveryDeduplicator repeats) {
        this.endpoint = endpoint;
        this.name = name;
        this.route = AsyncProcessorConverterHelper.convert(route);
        this.access = access;
        this.address = address;
        this.resolver = resolver;
        this.repeats = repeats;
        this.exceptionHandler = new LoggingExceptionHandler(endpoint.getCamelContext(), DeliveryDispatcher.class);
    }

    /** Tells how to answer once the route is done with it; never fails. */
    public CompletionStage<DeliveryResult> take(Delivery delivery) {
        return Futures.guarded(() -> here(resolver.watched()).thenCompose(watched -> take(watched, delivery)))
                .exceptionally(failure -> {
                    LOG.warn(
                            "A delivery to {} is answered with {}, so that it can come again: {}",
                            name,
                            DeliveryResult.UNAVAILABLE.status(),
                            address.hideTokenIn(Futures.cause(failure).toString()));
                    return DeliveryResult.UNAVAILABLE;
                });
    }

    private CompletionStage<DeliveryResult> take(ResolvedEvent watched, Delivery delivery) {
        if (!watched.isToldBy(delivery)) {
            LOG.info(
                    "A delivery to {} is passed over: it tells {} of type {}, and {} is listened for",
                    name,
                    delivery.event(),
                    delivery.typeId().stream()
                            .mapToObj(Long::toString)
                            .findFirst()
                            .orElse("unknown"),
                    watched.text());
            return CompletableFuture.completedFuture(DeliveryResult.NOT_MEANT);
        }
        String key = watched.deliveryKey(delivery);
        Exchange exchange = exchange(watched, delivery, key);
        return repeats.once(exchange, key, () -> here(body(watched.typeOf(delivery), delivery))
                .thenCompose(body -> {
                    exchange.getMessage().setBody(body.orElse(null));
                    return process(exchange);
                }));
    }

    /** What brings only the id is read, when whole records are asked for; empty when there is no such record any more. */
    private CompletionStage<Optional<Map<String, Object>>> body(ObjectType type, Delivery delivery) {
        if (endpoint.getWebhookConfiguration().getWebhookFormat() == WebhookFormat.full && delivery.hasOnlyTheId()) {
            return access.record(type, delivery.recordId()).thenApply(record -> record.map(ValueDecoder::map));
        }
        return CompletableFuture.completedFuture(Optional.of(ValueDecoder.map(delivery.data())));
    }

    private Exchange exchange(ResolvedEvent watched, Delivery delivery, String key) {
        Exchange exchange = endpoint.createExchange(ExchangePattern.InOnly);
        Message message = exchange.getMessage();
        message.setHeader(
                OntraportConstants.OBJECT_TYPE, watched.typeOf(delivery).plural());
        message.setHeader(OntraportConstants.OBJECT_ID, Long.toString(delivery.recordId()));
        message.setHeader(
                OntraportConstants.EVENT,
                endpoint.getPollConfiguration().getEvent().name());
        message.setHeader(OntraportConstants.DELIVERY_KEY, key);
        delivery.time().ifPresent(time -> message.setHeader(OntraportConstants.EVENT_TIME, time));
        delivery.webhookId().ifPresent(id -> message.setHeader(OntraportConstants.WEBHOOK_ID, Long.toString(id)));
        subjectHeader().ifPresent(header -> message.setHeader(header, Long.toString(watched.subject())));
        return exchange;
    }

    private Optional<String> subjectHeader() {
        return switch (endpoint.getPollConfiguration().getEvent()) {
            case tagged, untagged -> Optional.of(OntraportConstants.TAG_ID);
            case formSubmitted -> Optional.of(OntraportConstants.FORM_ID);
            case productPurchased, transactionCreated -> Optional.of(OntraportConstants.PRODUCT_ID);
            case created, updated, deleted -> Optional.empty();
        };
    }

    private CompletionStage<DeliveryResult> process(Exchange exchange) {
        CompletableFuture<DeliveryResult> answer = new CompletableFuture<>();
        try {
            route.process(exchange, doneSync -> answer.complete(ended(exchange)));
        } catch (RuntimeException | Error e) {
            exchange.setException(e);
            answer.complete(ended(exchange));
        }
        return answer;
    }

    private DeliveryResult ended(Exchange exchange) {
        if (exchange.getException() == null && (exchange.isRollbackOnly() || exchange.isRollbackOnlyLast())) {
            exchange.setException(new RollbackExchangeException(exchange));
        }
        if (exchange.getException() == null) {
            return DeliveryResult.DONE;
        }
        exceptionHandler.handleException(
                "Error processing exchange; the delivery is answered with " + DeliveryResult.FAILED.status()
                        + ", so that it can come again",
                exchange,
                exchange.getException());
        return DeliveryResult.FAILED;
    }

    /** Goes on on this thread, or on one of Camel's: never on one that belongs to the HTTP client. */
    private <T> CompletionStage<T> here(CompletionStage<T> stage) {
        return stage.toCompletableFuture().isDone()
                ? stage
                : stage.whenCompleteAsync(
                        (value, failure) -> {}, endpoint.services().clients()::dispatch);
    }
}
