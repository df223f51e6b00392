package io.github.camelontraport.receiver;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.webhook.WebhookConfiguration;

/** What a {@link WebhookReceiver} needs of its endpoint. {@link Object#toString} names the endpoint and holds no secret. */
public interface ReceiverEndpoint {

    CamelContext getCamelContext();

    /** The endpoint itself, as the Camel context has it. */
    ListeningEndpoint listeningEndpoint();

    /**
     * Checks the options of the endpoint together with those of camel-webhook, without the API.
     *
     * @throws io.github.camelontraport.api.InvalidInputException for the first wrong option
     */
    void check(WebhookConfiguration http);

    /** Opens the connection to the account and starts the repository. Called at each start of the route. */
    ReceiverSettings open(WebhookConfiguration http) throws Exception;

    /** An exchange with the headers of the event and without a body. */
    Exchange createExchange(ReceivedEvent event);

    /** Runs a task on a thread on which a route may run. */
    void dispatch(Runnable task);
}
