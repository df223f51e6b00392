package io.github.camelontraport;

import io.github.camelontraport.api.Stages;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.value.JavaValues;
import io.github.camelontraport.webhook.Access;
import io.github.camelontraport.webhook.Address;
import io.github.camelontraport.webhook.Delivery;
import io.github.camelontraport.webhook.Resolver;
import io.github.camelontraport.webhook.Watched;
import io.github.camelontraport.webhook.WebhookAnswer;
import io.github.camelontraport.webhook.WebhookFormat;
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
final class WebhookRoute {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRoute.class);

    private final OntraportEndpoint endpoint;
    private final String name;
    private final AsyncProcessor route;
    private final Access access;
    private final Address address;
    private final Resolver resolver;
    private final Repeats repeats;
    private final ExceptionHandler exceptionHandler;

    /** @param name in logs */
    WebhookRoute(OntraportEndpoint endpoint, String name, Processor route, Access access, Address address, Resolver resolver,
                 Repeats repeats) {
        this.endpoint = endpoint;
        this.name = name;
        this.route = AsyncProcessorConverterHelper.convert(route);
        this.access = access;
        this.address = address;
        this.resolver = resolver;
        this.repeats = repeats;
        this.exceptionHandler = new LoggingExceptionHandler(endpoint.getCamelContext(), WebhookRoute.class);
    }

    /** Tells how to answer once the route is done with it; never fails. */
    CompletionStage<WebhookAnswer> take(Delivery delivery) {
        return Stages.guarded(() -> here(resolver.watched()).thenCompose(watched -> take(watched, delivery)))
                .exceptionally(failure -> {
                    LOG.warn("A delivery to {} is answered with {}, so that it can come again: {}", name,
                            WebhookAnswer.UNAVAILABLE.status(), address.hideTokenIn(Stages.cause(failure).toString()));
                    return WebhookAnswer.UNAVAILABLE;
                });
    }

    private CompletionStage<WebhookAnswer> take(Watched watched, Delivery delivery) {
        if (!watched.isToldBy(delivery)) {
            LOG.info("A delivery to {} is passed over: it tells {} of type {}, and {} is listened for", name,
                    delivery.event(), delivery.typeId().stream().mapToObj(Long::toString).findFirst().orElse("unknown"),
                    watched.text());
            return CompletableFuture.completedFuture(WebhookAnswer.NOT_MEANT);
        }
        String key = watched.deliveryKey(delivery);
        Exchange exchange = exchange(watched, delivery, key);
        return repeats.once(exchange, key,
                () -> here(body(watched.typeOf(delivery), delivery)).thenCompose(body -> {
                    exchange.getMessage().setBody(body.orElse(null));
                    return process(exchange);
                }));
    }

    /** What brings only the id is read, when whole records are asked for; empty when there is no such record any more. */
    private CompletionStage<Optional<Map<String, Object>>> body(ObjectType type, Delivery delivery) {
        if (endpoint.getWebhookFormat() == WebhookFormat.full && delivery.hasOnlyTheId()) {
            return access.record(type, delivery.recordId()).thenApply(record -> record.map(JavaValues::map));
        }
        return CompletableFuture.completedFuture(Optional.of(JavaValues.map(delivery.data())));
    }

    private Exchange exchange(Watched watched, Delivery delivery, String key) {
        Exchange exchange = endpoint.createExchange(ExchangePattern.InOnly);
        Message message = exchange.getMessage();
        message.setHeader(OntraportConstants.OBJECT_TYPE, watched.typeOf(delivery).plural());
        message.setHeader(OntraportConstants.OBJECT_ID, Long.toString(delivery.recordId()));
        message.setHeader(OntraportConstants.EVENT, endpoint.getEvent().name());
        message.setHeader(OntraportConstants.DELIVERY_KEY, key);
        delivery.time().ifPresent(time -> message.setHeader(OntraportConstants.EVENT_TIME, time));
        delivery.webhookId().ifPresent(id -> message.setHeader(OntraportConstants.WEBHOOK_ID, Long.toString(id)));
        subjectHeader().ifPresent(header -> message.setHeader(header, Long.toString(watched.subject())));
        return exchange;
    }

    private Optional<String> subjectHeader() {
        return switch (endpoint.getEvent()) {
            case tagged, untagged -> Optional.of(OntraportConstants.TAG_ID);
            case formSubmitted -> Optional.of(OntraportConstants.FORM_ID);
            case productPurchased, transactionCreated -> Optional.of(OntraportConstants.PRODUCT_ID);
            case created, updated, deleted -> Optional.empty();
        };
    }

    private CompletionStage<WebhookAnswer> process(Exchange exchange) {
        CompletableFuture<WebhookAnswer> answer = new CompletableFuture<>();
        try {
            route.process(exchange, doneSync -> answer.complete(ended(exchange)));
        } catch (RuntimeException | Error e) {
            exchange.setException(e);
            answer.complete(ended(exchange));
        }
        return answer;
    }

    private WebhookAnswer ended(Exchange exchange) {
        if (exchange.getException() == null && (exchange.isRollbackOnly() || exchange.isRollbackOnlyLast())) {
            exchange.setException(new RollbackExchangeException(exchange));
        }
        if (exchange.getException() == null) {
            return WebhookAnswer.DONE;
        }
        exceptionHandler.handleException("Error processing exchange; the delivery is answered with "
                + WebhookAnswer.FAILED.status() + ", so that it can come again", exchange, exchange.getException());
        return WebhookAnswer.FAILED;
    }

    /** Goes on on this thread, or on one of Camel's: never on one that belongs to the HTTP client. */
    private <T> CompletionStage<T> here(CompletionStage<T> stage) {
        return stage.toCompletableFuture().isDone() ? stage
                : stage.whenCompleteAsync((value, failure) -> { }, endpoint.getComponent().connections()::dispatch);
    }
}
