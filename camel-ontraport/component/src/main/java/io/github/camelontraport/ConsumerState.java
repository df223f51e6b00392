package io.github.camelontraport;

import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import io.github.camelontraport.poll.checkpoint.CheckpointOwner;
import io.github.camelontraport.poll.checkpoint.StateUnavailableException;
import io.github.camelontraport.state.StateKeyRegistry;
import io.github.camelontraport.state.StateKeyRegistry.Claim;
import io.github.camelontraport.state.StateKeyRegistry.Slot;
import java.util.Locale;
import java.util.OptionalInt;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The place in a repository where a consumer stores its state. */
final class ConsumerState {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerState.class);

    private final EndpointContext endpoint;
    private final Slot slot;
    private Claim claim;
    /** What the log says of the state; {@code null} when nothing yet. */
    private String announced;

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

    /** The key in the repository. */
    String key() {
        return slot.key();
    }

    /** Takes the state for this consumer alone, at once or when the last exchange of the consumer before is done. */
    void claim() {
        claim = StateKeyRegistry.of(endpoint.getCamelContext()).claim(slot);
        StateRepository<String, String> repository = slot.repository();
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

    /** Logs what was found, unless the log says it already. A poll may open the state that the start has checked. */
    void announce(Checkpoint checkpoint) {
        if (!checkpoint.origin().equals(announced)) {
            announced = checkpoint.origin();
            LOG.info("{}", announced);
        }
    }

    /** Whether the state may be read and written. */
    boolean isHeld() {
        return claim.isHeld();
    }

    /** The consumer stops; its last exchange may still be under way. */
    void end() {
        claim.end();
    }

    void release() {
        claim.release();
    }

    /** @param typeId the type's id, where only the account knows it */
    Checkpoint checkpoint(PollOptions options, OptionalInt typeId, TimeSource timing) {
        OntraportConfiguration settings = endpoint.getConfiguration();
        CheckpointOwner owner = CheckpointOwner.of(
                endpoint.getPollConfiguration().getEvent().name(),
                type(endpoint),
                settings.apiUrl(),
                settings.getAppId(),
                options.filterText());
        return new Checkpoint(
                new Checkpoint.Store(this::read, slot.repository()::setState),
                slot.key(),
                typeId.isPresent() ? owner.withTypeId(typeId.getAsInt()) : owner,
                timing);
    }

    /** A store that fails is not a state that cannot be used. */
    private String read(String key) {
        try {
            return slot.repository().getState(key);
        } catch (RuntimeException e) {
            throw new StateUnavailableException(key, e);
        }
    }
}
