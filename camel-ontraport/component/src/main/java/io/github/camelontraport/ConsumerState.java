package io.github.camelontraport;

import io.github.camelontraport.api.BaseUrl;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import io.github.camelontraport.poll.checkpoint.CheckpointOwner;
import io.github.camelontraport.state.StateKeyRegistry.Slot;
import java.util.Locale;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a consumer keeps how far it has come. */
final class ConsumerState {

    private static final Logger LOG = LoggerFactory.getLogger(OntraportConsumer.class);

    private final EndpointContext endpoint;
    private final Slot slot;
    private boolean claimed;

    ConsumerState(EndpointContext endpoint, String routeId) {
        this.endpoint = endpoint;
        String given = endpoint.getPollConfiguration().getStateKey();
        this.slot = new Slot(
                endpoint.stateRepositoryOrMemory(), given == null || given.isBlank() ? key(endpoint, routeId) : given);
    }

    /** Camel's own file repository takes neither an equals sign nor a line break in a key. */
    private static String key(EndpointContext endpoint, String routeId) {
        String key = (routeId == null ? "no-route" : routeId) + "/" + type(endpoint) + "/"
                + endpoint.getPollConfiguration().getEvent();
        return key.replaceAll("[=\\r\\n]", "_");
    }

    private static String type(EndpointContext endpoint) {
        return endpoint.knownType()
                .map(type -> type.plural())
                .orElse(endpoint.getObjectType().strip())
                .toLowerCase(Locale.ROOT);
    }

    /** Takes the state for this consumer alone. */
    void claim() throws Exception {
        endpoint.services().stateKeys().claim(slot);
        claimed = true;
        StateRepository<String, String> repository = slot.repository();
        Repositories.start(repository, endpoint.getCamelContext());
        if (endpoint.getPollConfiguration().getStateRepository() == null) {
            LOG.info(
                    "{} keeps its state in memory, which ends with the application; then it begins at startFrom={} again. Set "
                            + "stateRepository to keep it.",
                    endpoint,
                    endpoint.getPollConfiguration().getStartFrom());
        } else if (repository instanceof FileStateRepository) {
            LOG.warn(
                    "{} keeps its state in a FileStateRepository, which may be torn when the process is killed while it "
                            + "writes. Use AtomicFileStateRepository instead.",
                    endpoint);
        }
    }

    /** Also of a consumer that was refused, and is stopped for it: what another has is not its own to release. */
    void release() {
        if (claimed) {
            claimed = false;
            endpoint.services().stateKeys().release(slot);
        }
    }

    Checkpoint checkpoint(PollOptions options, TimeSource timing) {
        OntraportConfiguration settings = endpoint.getConfiguration();
        CheckpointOwner identity = CheckpointOwner.of(
                endpoint.getPollConfiguration().getEvent().name(),
                type(endpoint),
                BaseUrl.parse(settings.getBaseUrl()),
                settings.getAppId(),
                options.filterText());
        return new Checkpoint(
                new Checkpoint.Store(slot.repository()::getState, slot.repository()::setState),
                slot.key(),
                identity,
                timing);
    }
}
