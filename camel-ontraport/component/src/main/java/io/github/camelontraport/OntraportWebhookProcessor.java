package io.github.camelontraport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.async.Futures;
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
 * Answers webhook requests of Camel's HTTP servers: verifies the token, parses the delivery and dispatches it into the
 * route. The answer is a status without a body, sent when the route is done. No thread waits for that.
 */
final class OntraportWebhookProcessor extends AsyncProcessorSupport {

    private static final Logger LOG = LoggerFactory.getLogger(OntraportWebhookProcessor.class);
    private static final int ERROR = 500;
    /** Names of the fields of a delivery; some HTTP servers put the fields of a form into headers only. */
    private static final String FIELD_NAMES = "webhook_id|object_type_id|timestamp|event(\\[.*)?|data\\[.*";

    private final EndpointContext endpoint;
    private final WebhookReceiver receiver;
    private final Processor next;
    private final Optional<VerifyToken> token;
    private volatile DeliveryDispatcher dispatcher;

    OntraportWebhookProcessor(EndpointContext endpoint, WebhookReceiver receiver, Processor next) {
        this.endpoint = endpoint;
        this.receiver = receiver;
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
        Futures.onEnd(status, (code, failure) -> {
            answer(exchange, failure == null ? code : ERROR);
            callback.done(false);
        });
        return false;
    }

    private CompletionStage<Integer> status(Exchange exchange) {
        try {
            return dispatcher.dispatch(delivery(exchange.getMessage())).thenApply(DeliveryResult::status);
        } catch (RejectedDeliveryException e) {
            LOG.info("A request to {} is answered with {}: {}", receiver.name(), e.status(), e.getMessage());
            return CompletableFuture.completedFuture(e.status());
        } catch (RuntimeException | Error e) {
            LOG.error("A request to {} is answered with {}", receiver.name(), ERROR, e);
            return CompletableFuture.completedFuture(ERROR);
        }
    }

    private Delivery delivery(Message message) {
        if (token.isPresent() && !hasToken(message, token.get())) {
            throw RejectedDeliveryException.forbidden();
        }
        return Delivery.parse(body(message));
    }

    /** Prefers the query over the header token, because fields of a form may become headers, too. */
    private static boolean hasToken(Message message, VerifyToken token) {
        return Stream.of(Exchange.HTTP_RAW_QUERY, Exchange.HTTP_QUERY)
                .filter(message.getHeaders()::containsKey)
                .findFirst()
                .map(query -> token.isInQuery(message.getHeader(query, String.class)))
                .orElseGet(() -> token.matches(message.getHeader(VerifyToken.PARAMETER, "", String.class)));
    }

    private ObjectNode body(Message message) {
        DeliveryBodyParser parser = new DeliveryBodyParser(
                message.getHeader(Exchange.CONTENT_TYPE, String.class),
                message.getHeader(Exchange.CONTENT_ENCODING, String.class),
                message.getExchange()
                        .getContext()
                        .getTypeConverter()
                        .tryConvertTo(Long.class, message.getHeader(Exchange.CONTENT_LENGTH)),
                endpoint.getWebhookConfiguration().getWebhookMaxBodySize());
        Object body = message.getBody();
        if (body instanceof Map<?, ?> fields) {
            // Only platform-http gives a map. Its Vert.x does not read the charset.
            return parser.readFormDecodedAsUtf8(fields);
        }
        if (body instanceof String text) {
            return text.isEmpty() ? parser.readForm(formHeaders(message)) : parser.parseText(text);
        }
        InputStream stream = message.getBody(InputStream.class);
        return stream == null ? parser.readForm(formHeaders(message)) : parser.parse(stream);
    }

    private static Map<String, Object> formHeaders(Message message) {
        Map<String, Object> fields = new LinkedHashMap<>(message.getHeaders());
        fields.keySet().removeIf(name -> !name.matches(FIELD_NAMES));
        return fields;
    }

    /** Removes everything of the request, because servers send the headers of the message back. */
    private static void answer(Exchange exchange, int status) {
        Message message = exchange.getMessage();
        message.setBody(null);
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        dispatcher = receiver.start(next);
    }

    @Override
    protected void doStop() throws Exception {
        receiver.stop();
        super.doStop();
    }

    @Override
    public String toString() {
        return "Webhook[" + endpoint + "]";
    }
}
