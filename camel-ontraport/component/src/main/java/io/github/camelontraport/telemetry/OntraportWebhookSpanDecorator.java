package io.github.camelontraport.telemetry;

import io.github.camelontraport.OntraportEndpoint;
import org.apache.camel.DelegateEndpoint;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.webhook.WebhookComponent;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/**
 * Names and tags spans of routes that begin with {@code webhook:ontraport:} as {@link OntraportSpanDecorator} does those of
 * polls. Spans of other webhooks are as Camel makes them. Thread-safe.
 */
public class OntraportWebhookSpanDecorator extends AbstractSpanDecorator {

    @Override
    public String getComponent() {
        return "webhook";
    }

    @Override
    public String getComponentClassName() {
        return WebhookComponent.class.getName();
    }

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        return endpoint instanceof DelegateEndpoint webhook
                        && webhook.getEndpoint() instanceof OntraportEndpoint ontraport
                ? OntraportSpanDecorator.name(exchange, ontraport)
                : super.getOperationName(exchange, endpoint);
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        super.beforeTracingEvent(span, exchange, endpoint);
        if (endpoint instanceof DelegateEndpoint webhook
                && webhook.getEndpoint() instanceof OntraportEndpoint ontraport) {
            OntraportSpanDecorator.tag(span, exchange, ontraport);
        }
    }
}
