package io.github.camelontraport.telemetry;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportEndpoint;
import io.github.camelontraport.OntraportProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/**
 * Names spans by what is done with which records, such as {@code upsert contacts}, and tags them with the requests that it
 * took and with the time that it waited for the account's rate limit. Tags hold no values of records. Thread-safe.
 */
public class OntraportSpanDecorator extends AbstractSpanDecorator {

    /** The operation of a producer, such as {@code upsert}. */
    public static final String OPERATION_TAG = "ontraport.operation";
    /** The event of a consumer, such as {@code created}. */
    public static final String EVENT_TAG = "ontraport.event";
    /** The type of the records, such as {@code contacts}. */
    public static final String OBJECT_TYPE_TAG = "ontraport.object_type";
    /** The HTTP requests of the operation, retries included. */
    public static final String REQUESTS_TAG = "ontraport.requests";
    /** Milliseconds that the operation waited for the account's rate limit; absent when it did not wait. */
    public static final String RATE_LIMIT_WAIT_TAG = "ontraport.rate_limit_wait_ms";
    /** The key of a delivery, the same whenever the same occurrence is delivered again. */
    public static final String DELIVERY_KEY_TAG = "ontraport.delivery_key";
    /** The HTTP status of the last reply. */
    public static final String STATUS_TAG = "http.response.status_code";

    /** Exchange property: the span of the consumer that made the exchange. */
    private static final String CONSUMER_SPAN = "CamelOntraportConsumerSpan";

    @Override
    public String getComponent() {
        return "ontraport";
    }

    @Override
    public String getComponentClassName() {
        return OntraportComponent.class.getName();
    }

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        return endpoint instanceof OntraportEndpoint ontraport
                ? name(exchange, ontraport)
                : super.getOperationName(exchange, endpoint);
    }

    static String name(Exchange exchange, OntraportEndpoint endpoint) {
        return action(exchange, endpoint) + " " + endpoint.getObjectType();
    }

    /** The event of a message that a consumer made, otherwise the operation. */
    private static String action(Exchange exchange, OntraportEndpoint endpoint) {
        return isReceived(exchange, endpoint)
                ? exchange.getMessage().getHeader(OntraportConstants.EVENT, String.class)
                : operation(exchange, endpoint);
    }

    /** A template names the endpoint that it sends to as the one that the exchange is from. */
    private static boolean isReceived(Exchange exchange, OntraportEndpoint endpoint) {
        return exchange.getFromEndpoint() == endpoint
                && exchange.getMessage().getHeader(OntraportConstants.EVENT) != null;
    }

    private static String operation(Exchange exchange, OntraportEndpoint endpoint) {
        Object header = exchange.getMessage().getHeader(OntraportConstants.OPERATION);
        Object operation = header == null ? endpoint.getProducerConfiguration().getOperation() : header;
        return operation == null ? "unknown" : operation.toString();
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        super.beforeTracingEvent(span, exchange, endpoint);
        if (endpoint instanceof OntraportEndpoint ontraport) {
            tag(span, exchange, ontraport);
        }
    }

    static void tag(Span span, Exchange exchange, OntraportEndpoint endpoint) {
        Message message = exchange.getMessage();
        span.setTag(OBJECT_TYPE_TAG, endpoint.getObjectType());
        if (isReceived(exchange, endpoint)) {
            exchange.setProperty(CONSUMER_SPAN, span);
            tag(span, EVENT_TAG, message.getHeader(OntraportConstants.EVENT));
            tag(span, DELIVERY_KEY_TAG, message.getHeader(OntraportConstants.DELIVERY_KEY));
        } else {
            span.setTag(OPERATION_TAG, operation(exchange, endpoint));
        }
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        super.afterTracingEvent(span, exchange);
        if (exchange.getProperty(CONSUMER_SPAN) == span) {
            // What the message holds now is that of the last operation in the route.
            return;
        }
        Message message = exchange.getMessage();
        tag(span, REQUESTS_TAG, message.getHeader(OntraportConstants.REQUESTS));
        tag(span, STATUS_TAG, message.getHeader(OntraportConstants.HTTP_STATUS));
        tag(span, RATE_LIMIT_WAIT_TAG, exchange.getProperty(OntraportProducer.RATE_LIMIT_WAIT));
    }

    private static void tag(Span span, String name, Object value) {
        if (value != null) {
            span.setTag(name, value.toString());
        }
    }
}
