package io.github.camelontraport;

import io.github.camelontraport.account.AccountConnection;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.receiver.DeliveryDispatcher;
import io.github.camelontraport.receiver.ListeningEndpoint;
import io.github.camelontraport.receiver.ReceivedEvent;
import io.github.camelontraport.receiver.ReceiverEndpoint;
import io.github.camelontraport.receiver.ReceiverSettings;
import io.github.camelontraport.receiver.ReceiverSettings.HealthCheckSettings;
import io.github.camelontraport.value.mapper.RecordMapperFactory;
import io.github.camelontraport.webhook.WebhookApi;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.component.webhook.WebhookConfiguration;
import org.apache.camel.component.webhook.WebhookEndpoint;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.LoggingExceptionHandler;

/** Supplies a webhook receiver with the options, the account and the exchanges of its endpoint. */
final class WebhookEndpointAdapter implements ReceiverEndpoint {

    private final EndpointContext endpoint;
    private final ListeningEndpoint listeningEndpoint;

    /**
     * An adapter of one endpoint.
     *
     * @param listeningEndpoint the same endpoint
     */
    WebhookEndpointAdapter(EndpointContext endpoint, ListeningEndpoint listeningEndpoint) {
        this.endpoint = endpoint;
        this.listeningEndpoint = listeningEndpoint;
    }

    @Override
    public CamelContext getCamelContext() {
        return endpoint.getCamelContext();
    }

    @Override
    public ListeningEndpoint listeningEndpoint() {
        return listeningEndpoint;
    }

    @Override
    public void check(WebhookConfiguration http) {
        new WebhookOptions(endpoint, http).check();
    }

    @Override
    public ReceiverSettings open(WebhookConfiguration http) throws Exception {
        front().map(WebhookEndpoint::getEndpointUri).ifPresent(WebhookOptions::checkFront);
        OntraportWebhookConfiguration configuration = endpoint.getWebhookConfiguration();
        IdempotentRepository repository = configuration.getIdempotentRepository();
        if (repository != null) {
            RepositoryStarter.start(repository, endpoint.getCamelContext());
        }
        AccountConnection connection = endpoint.connection();
        WebhookOptions options = new WebhookOptions(endpoint, http);
        return new ReceiverSettings(
                new WebhookApi(connection.client(), connection.metadata(), connection.timing()),
                mapper(connection),
                options.eventSpec(),
                options.callbackUrl(),
                repository,
                configuration.isWebhookRepair(),
                configuration.isWebhookKeepSubscription(),
                exceptionHandler(),
                healthCheck());
    }

    private BiFunction<ObjectType, Map<String, Object>, CompletionStage<Map<String, Object>>> mapper(
            AccountConnection connection) {
        RecordMapperFactory mappers = new RecordMapperFactory(new EndpointOptions(endpoint).format());
        return (type, record) -> mappers.mapper(
                        type, connection.metadata(), connection.client(), CallContext.webhook(), this::dispatch)
                .read(record);
    }

    /** Camel's own endpoint in front of this one, which it gives the options to that all endpoints have. */
    private Optional<WebhookEndpoint> front() {
        return endpoint.getCamelContext().getEndpoints().stream()
                .filter(WebhookEndpoint.class::isInstance)
                .map(WebhookEndpoint.class::cast)
                .filter(front -> front.getEndpoint() == endpoint)
                .findFirst();
    }

    private ExceptionHandler exceptionHandler() {
        return front().map(WebhookEndpoint::getExceptionHandler)
                .orElseGet(() -> new LoggingExceptionHandler(endpoint.getCamelContext(), DeliveryDispatcher.class));
    }

    private HealthCheckSettings healthCheck() {
        boolean enabled = ((HealthCheckComponent) endpoint.getComponent()).isHealthCheckConsumerEnabled();
        return new HealthCheckSettings(
                "ontraport-webhook-"
                        + Integer.toHexString(endpoint.getEndpointUri().hashCode()),
                enabled);
    }

    @Override
    public Exchange createExchange(ReceivedEvent event) {
        Exchange exchange = endpoint.createExchange(ExchangePattern.InOnly);
        MessageMapper.toMessage(event, endpoint.getPollConfiguration().getEvent(), exchange.getMessage());
        return exchange;
    }

    @Override
    public void dispatch(Runnable task) {
        endpoint.services().clients().dispatch(task);
    }

    @Override
    public String toString() {
        return endpoint.toString();
    }
}
