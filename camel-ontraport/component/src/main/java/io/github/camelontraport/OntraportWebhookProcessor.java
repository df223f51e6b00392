package io.github.camelontraport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.receiver.DeliveryDispatcher;
import io.github.camelontraport.receiver.WebhookReceiver;
import io.github.camelontraport.webhook.VerifyToken;
import io.github.camelontraport.webhook.delivery.Delivery;
import io.github.camelontraport.webhook.delivery.DeliveryBodyParser;
import io.github.camelontraport.webhook.delivery.DeliveryResult;
import io.github.camelontraport.webhook.delivery.RejectedDeliveryException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.AsyncProcessorSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the requests that an HTTP server of Camel's gets: reads the delivery and leads it into the route. The answer is a
 * status without a body, given when the route is done. No thread is held meanwhile.
 */
final class OntraportWebhookProcessor extends AsyncProcessorSupport {

    private static final Logger LOG = LoggerFactory.getLogger(OntraportWebhookProcessor.class);
    private static final int ERROR = 500;
    /** Fields of a delivery that an HTTP server has put nowhere but into headers. */
    private static final String FIELD = "webhook_id|object_type_id|timestamp|event(\\[.*)?|data\\[.*";

    private final EndpointContext endpoint;
    private final WebhookReceiver side;
    private final Processor next;
    private final Optional<VerifyToken> token;
    private volatile DeliveryDispatcher route;

    OntraportWebhookProcessor(EndpointContext endpoint, WebhookReceiver side, Processor next) {
        this.endpoint = endpoint;
        this.side = side;
        this.next = next;
        this.token = VerifyToken.of(endpoint.getWebhookConfiguration().getWebhookVerifyToken());
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletableFuture<Integer> status = status(exchange).toCompletableFuture();
        if (status.isDone()) {
            answer(exchange, status.join());
            callback.done(true);
            return true;
        }
        status.thenAccept(code -> {
            answer(exchange, code);
            callback.done(false);
        });
        return false;
    }

    private CompletionStage<Integer> status(Exchange exchange) {
        try {
            return route.take(delivery(exchange.getMessage())).thenApply(DeliveryResult::status);
        } catch (RejectedDeliveryException e) {
            LOG.info("A request to {} is answered with {}: {}", side.name(), e.status(), e.getMessage());
            return CompletableFuture.completedFuture(e.status());
        } catch (RuntimeException | Error e) {
            LOG.error("A request to {} is answered with {}", side.name(), ERROR, e);
            return CompletableFuture.completedFuture(ERROR);
        }
    }

    private Delivery delivery(Message message) {
        if (token.isPresent() && !isGiven(token.get(), message)) {
            throw RejectedDeliveryException.forbidden();
        }
        return Delivery.of(body(message));
    }

    /** In the query as it came, as far as the server tells it: fields of a form become headers of their names, too. */
    private static boolean isGiven(VerifyToken token, Message message) {
        return Stream.of(Exchange.HTTP_RAW_QUERY, Exchange.HTTP_QUERY)
                .filter(message.getHeaders()::containsKey)
                .findFirst()
                .map(query -> token.isIn(message.getHeader(query, String.class)))
                .orElseGet(() -> token.isGivenAs(message.getHeader(VerifyToken.PARAMETER, "", String.class)));
    }

    private ObjectNode body(Message message) {
        int most = endpoint.getWebhookConfiguration().getWebhookMaxBodySize();
        String contentType = message.getHeader(Exchange.CONTENT_TYPE, String.class);
        Object body = message.getBody();
        if (body instanceof Map<?, ?> fields) {
            return DeliveryBodyParser.of(contentType, fields, most);
        }
        if (body instanceof String text) {
            return text.isEmpty()
                    ? ofHeaders(contentType, message, most)
                    : DeliveryBodyParser.of(contentType, text, most);
        }
        InputStream stream = message.getBody(InputStream.class);
        return stream == null
                ? ofHeaders(contentType, message, most)
                : DeliveryBodyParser.read(contentType, stream, most);
    }

    private static ObjectNode ofHeaders(String contentType, Message message, int most) {
        Map<String, Object> fields = new LinkedHashMap<>(message.getHeaders());
        fields.keySet().removeIf(name -> !name.matches(FIELD));
        return DeliveryBodyParser.of(contentType, fields, most);
    }

    /** Nothing of the request may be sent back, as servers do with headers of the message. */
    private static void answer(Exchange exchange, int status) {
        Message message = exchange.getMessage();
        message.setBody(null);
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        route = side.started(next);
    }

    @Override
    protected void doStop() throws Exception {
        side.stopped();
        super.doStop();
    }

    @Override
    public String toString() {
        return "Webhook[" + endpoint + "]";
    }
}
