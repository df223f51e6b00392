package io.github.camelontraport;

import io.github.camelontraport.account.AccountConnection;
import io.github.camelontraport.account.AccountSettings;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.raw.RawOperation;
import io.github.camelontraport.receiver.ListenAddress;
import io.github.camelontraport.receiver.ListeningEndpoint;
import io.github.camelontraport.receiver.ReceiverStatus;
import io.github.camelontraport.receiver.WebhookReceiver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.component.webhook.WebhookCapableEndpoint;
import org.apache.camel.component.webhook.WebhookConfiguration;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/**
 * Read, write and watch the records of an Ontraport account (CRM and marketing automation).
 */
@UriEndpoint(
        // The release of Camel that the component is made for: Camel JBang shows every 0.x as 1.0.
        firstVersion = "4.18.0",
        scheme = "ontraport",
        title = "Ontraport",
        syntax = "ontraport:objectType",
        category = {Category.CLOUD, Category.API, Category.SAAS},
        headersClass = OntraportConstants.class)
@Metadata(annotations = "vendor=Ontraport")
@ManagedResource(description = "Managed Ontraport endpoint")
public class OntraportEndpoint extends ScheduledPollEndpoint
        implements EndpointContext,
                AsyncEndpoint,
                EndpointServiceLocation,
                MultipleConsumersSupport,
                WebhookCapableEndpoint,
                ListeningEndpoint {

    private final ComponentServices services;

    @UriPath(
            description = "Kind of records: a name such as contacts, deals or automations (any case, singular or"
                    + " plural), a type id, the name of a custom object of the account, or raw for any API call.")
    @Metadata(required = true)
    private final String objectType;

    @UriParam
    private final OntraportConfiguration configuration;

    @UriParam
    private final OntraportCommonConfiguration commonConfiguration = new OntraportCommonConfiguration();

    @UriParam
    private final OntraportProducerConfiguration producerConfiguration = new OntraportProducerConfiguration();

    @UriParam
    private final OntraportSyncConfiguration syncConfiguration = new OntraportSyncConfiguration();

    @UriParam
    private final OntraportPollConfiguration pollConfiguration = new OntraportPollConfiguration();

    @UriParam
    private final OntraportWebhookConfiguration webhookConfiguration = new OntraportWebhookConfiguration();

    private WrappedEndpointOptions wrappedOptions = WrappedEndpointOptions.NONE;
    private AccountConnection connection;
    private final WebhookReceiver webhookReceiver = new WebhookReceiver(new WebhookEndpointAdapter(this, this));
    /** Kept by the endpoint, so that a route that is stopped and started goes on where it was. */
    private final StateRepository<String, String> memory = new MemoryStateRepository();

    OntraportEndpoint(
            String uri,
            Component component,
            ComponentServices services,
            String objectType,
            OntraportConfiguration configuration) {
        super(uri, component);
        this.services = services;
        this.objectType = objectType;
        this.configuration = configuration;
        if (objectType == null || objectType.isBlank()) {
            throw new InvalidInputException(
                    "The object type is missing: ontraport:contacts, ontraport:raw and the like");
        }
        // Refuses impossible types now; an unknown name may be that of a custom object.
        knownType();
    }

    /** To be called when the URI may have been encoded by another component that wraps this endpoint. */
    void refuseUnlessWrapped(WrappedEndpointOptions options) {
        wrappedOptions = options;
    }

    @Override
    public Producer createProducer() {
        wrappedOptions.refuse();
        new ProducerOptions(this).checkProducer();
        return new OntraportProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        wrappedOptions.decodeIfWrapped(this);
        PollOptions options = PollOptions.checked(this);
        PollOptions.checkBackoff(this);
        super.setDelay(pollConfiguration.getDelay());
        OntraportConsumer consumer = new OntraportConsumer(this, processor, options);
        consumer.setMaxMessagesPerPoll(pollConfiguration.getMaxMessagesPerPoll());
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public PollingConsumer createPollingConsumer() {
        wrappedOptions.decodeIfWrapped(this);
        return new OntraportPollingConsumer(this, PollOptions.checked(this));
    }

    @Override
    public void setWebhookConfiguration(WebhookConfiguration configuration) {
        wrappedOptions.decode(this);
        webhookReceiver.configure(configuration);
    }

    @Override
    public Processor createWebhookHandler(Processor next) {
        return new OntraportWebhookProcessor(this, webhookReceiver, next);
    }

    @Override
    public Optional<ListenAddress> listensAt() {
        return webhookReceiver.listensAt();
    }

    /** Empty while the endpoint receives no webhooks. */
    Optional<ReceiverStatus> receiverStatus() {
        return webhookReceiver.status();
    }

    /** The subscription is found or created in the background, when the route runs. */
    @Override
    public void registerWebhook() {
        webhookReceiver.register();
    }

    @Override
    public void unregisterWebhook() {
        webhookReceiver.unregister();
    }

    @Override
    public List<String> getWebhookMethods() {
        return List.of("POST");
    }

    /**
     * Reads missed deliveries back from Ontraport's log and delivers them, in the background. The result is in the log and
     * in the health check.
     *
     * @throws IllegalStateException when the route is not started
     * @throws IllegalArgumentException without the option idempotentRepository
     */
    @ManagedOperation(description = "Reads missed webhook deliveries back from Ontraport's log, in the background")
    public void repairWebhooks() {
        webhookReceiver.replay();
    }

    /** Several routes may poll with the same options, as each route has its own state. */
    @Override
    public boolean isMultipleConsumersSupported() {
        return true;
    }

    @Override
    public StateRepository<String, String> stateRepositoryOrMemory() {
        StateRepository<String, String> given = pollConfiguration.getStateRepository();
        return given == null ? memory : given;
    }

    @Override
    public boolean isRaw() {
        return objectType.equalsIgnoreCase(RawOperation.NAME);
    }

    @Override
    public Optional<ObjectType> knownType() {
        return isRaw() ? Optional.empty() : ObjectTypes.find(objectType);
    }

    /** Refuses what can be known to be wrong without the account. */
    void checkOptions() {
        new EndpointOptions(this).check();
        new ProducerOptions(this).checkOperation();
    }

    @Override
    public synchronized AccountConnection connection() {
        if (connection == null || connection.client().isClosed()) {
            AccountConnection opened = services.clients().open(accountSettings());
            if (isStoppingOrStopped() || isShutdown()) {
                // Camel drops endpoints of toD while their producers are still cached. Nobody would close it later.
                opened.close();
                return opened;
            }
            connection = opened;
        }
        return connection;
    }

    @Override
    protected void doStart() throws Exception {
        // Not before the start, as an application may set base URL and credentials after its routes have been made.
        accountSettings();
        super.doStart();
    }

    private AccountSettings accountSettings() {
        AccountOwner owner = (AccountOwner) getComponent();
        owner.overrideAccount(configuration);
        return CredentialAdvice.accountSettings(configuration, owner);
    }

    @Override
    protected synchronized void doStop() throws Exception {
        webhookReceiver.reset();
        if (connection != null) {
            connection.close();
            connection = null;
        }
        super.doStop();
    }

    @Override
    public String getServiceUrl() {
        return configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "rest";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return Map.of("objectType", objectType);
    }

    @Override
    public ComponentServices services() {
        return services;
    }

    @Override
    public String getObjectType() {
        return objectType;
    }

    @Override
    public OntraportConfiguration getConfiguration() {
        return configuration;
    }

    @Override
    public OntraportCommonConfiguration getCommonConfiguration() {
        return commonConfiguration;
    }

    @Override
    public OntraportProducerConfiguration getProducerConfiguration() {
        return producerConfiguration;
    }

    @Override
    public OntraportSyncConfiguration getSyncConfiguration() {
        return syncConfiguration;
    }

    @Override
    public OntraportPollConfiguration getPollConfiguration() {
        return pollConfiguration;
    }

    @Override
    public OntraportWebhookConfiguration getWebhookConfiguration() {
        return webhookConfiguration;
    }

    @Override
    public long getDelay() {
        return pollConfiguration.getDelay();
    }

    @Override
    public void setDelay(long delay) {
        pollConfiguration.setDelay(delay);
    }
}
