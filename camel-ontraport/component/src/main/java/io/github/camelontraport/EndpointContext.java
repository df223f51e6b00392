package io.github.camelontraport;

import io.github.camelontraport.account.AccountConnection;
import io.github.camelontraport.api.type.ObjectType;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.StateRepository;

/** What producers, consumers, webhooks and health checks use of their endpoint. */
interface EndpointContext extends Endpoint {

    /** The object type as the URI names it. */
    String getObjectType();

    /** Whether the endpoint makes raw calls, which are about no object type. */
    boolean isRaw();

    /** The object type; empty when only the account knows it, and for raw calls. */
    Optional<ObjectType> knownType();

    OntraportConfiguration getConfiguration();

    OntraportCommonConfiguration getCommonConfiguration();

    OntraportProducerConfiguration getProducerConfiguration();

    OntraportSyncConfiguration getSyncConfiguration();

    OntraportPollConfiguration getPollConfiguration();

    OntraportWebhookConfiguration getWebhookConfiguration();

    /** The client of the account, opened when there is none. */
    AccountConnection connection();

    ComponentServices services();

    /** The repository of the option {@code stateRepository}, else one that ends with the application. */
    StateRepository<String, String> stateRepositoryOrMemory();
}
