package io.github.camelontraport;

import io.github.camelontraport.account.AccountConnection;
import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.Poller;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import io.github.camelontraport.poll.checkpoint.StateConflictException;
import io.github.camelontraport.poll.checkpoint.StateUnavailableException;
import io.github.camelontraport.poll.factory.PollerFactory;
import io.github.camelontraport.value.mapper.RecordMapper;
import io.github.camelontraport.value.mapper.RecordMapperFactory;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a consumer does between its start and its stop: it claims the state, opens the poller, and turns events into
 * messages. Polls are made by one thread at a time.
 */
final class PollSession {

    private static final Logger LOG = LoggerFactory.getLogger(PollSession.class);

    private final EndpointContext endpoint;
    private final PollOptions options;
    private final ConsumerState state;
    private final BooleanSupplier stopping;
    private final StateContention contention;
    private AccountConnection connection;
    private PollingClient client;
    /** {@code null} for no limit. */
    private Duration longestWait;

    private final RecordMapperFactory mappers;
    private Poller poller;
    /** That of the poller. */
    private Checkpoint checkpoint;

    private ObjectType type;
    /** Whether the poller watches the fields that the account has for the names in the options. */
    private boolean isMapped;

    private RecordMapper mapper;
    /** The options with the keys and values that the account had for the words in them. */
    private PollOptions watched;

    private OptionalInt watchedTypeId = OptionalInt.empty();
    /** The bodies of the events that were read last, in the form of the endpoint. */
    private final IdentityHashMap<RecordEvent, Object> bodies = new IdentityHashMap<>();

    private volatile boolean ended;

    /** @param stopping whether no further request is to be made */
    PollSession(EndpointContext endpoint, PollOptions options, String routeId, BooleanSupplier stopping) {
        this.endpoint = endpoint;
        this.options = options;
        this.state = new ConsumerState(endpoint, routeId);
        this.stopping = stopping;
        this.contention = new StateContention(endpoint);
        this.mappers = new RecordMapperFactory(options.format());
        connect();
    }

    private void connect() {
        connection = endpoint.connection();
        client = new PollingClient(
                connection.client(),
                connection.metadata(),
                connection.timing(),
                () -> ended || stopping.getAsBoolean());
        client.waitTimeout(longestWait);
    }

    /** Claims the state, and refuses one that cannot be used. If the store fails, the first poll does so. */
    void start() {
        state.claim();
        try {
            if (state.isHeld()) {
                check();
            }
        } catch (StateUnavailableException e) {
            // Such as a database that restarts. The consumer is there when it is back; until then, every poll fails.
            LOG.warn("{} starts without its state, and reads it with its first poll. {}", endpoint, e.getMessage());
        } catch (RuntimeException e) {
            state.release();
            throw e;
        }
    }

    private void check() {
        Optional<ObjectType> known = endpoint.knownType();
        if (known.isPresent() && options.groupLookup(known.get()).isEmpty()) {
            open(known.get(), OptionalInt.empty(), options);
            isMapped = !options.needMetadata();
        } else {
            checkpoint(OptionalInt.empty()).check();
        }
    }

    private void open(ObjectType found, OptionalInt typeId, PollOptions mapped) {
        poller = opened(mapped.spec(found, groupId(found)), typeId);
        watched = mapped;
        watchedTypeId = typeId;
        type = found;
        mapper = mapper(found);
    }

    private Poller opened(PollSpec spec, OptionalInt typeId) {
        checkpoint = checkpoint(typeId);
        Poller opened = PollerFactory.make(options.event(), client, spec, checkpoint);
        opened.open();
        state.announce(checkpoint);
        return opened;
    }

    /** The fields of options may be labels, which only the account knows. */
    private void openMapped(ObjectType found, OptionalInt typeId) {
        RecordMapper fields = mapper(found);
        try {
            open(found, typeId, client.await(() -> options.mapped(fields)));
        } catch (InvalidInputException | ApiException e) {
            // The account may get the field or the group later. What happens until then is not lost.
            findStart(found, typeId, e);
            throw e;
        }
        isMapped = true;
    }

    private void findStart(ObjectType found, OptionalInt typeId, RuntimeException cause) {
        try {
            opened(options.spec(found, OptionalLong.empty()), typeId).findStart();
        } catch (ApiException e) {
            cause.addSuppressed(e);
        }
    }

    /** The poller's own thread waits for the metadata, and maps. */
    private RecordMapper mapper(ObjectType of) {
        return mappers.mapper(of, client.metadata(), client.api(), client.usage(), Runnable::run);
    }

    private Checkpoint checkpoint(OptionalInt typeId) {
        return state.checkpoint(options, typeId, connection.timing());
    }

    TimeSource timing() {
        return connection.timing();
    }

    String stateKey() {
        return state.key();
    }

    /** How far events are delivered, for people; {@code null} when that is not known. For the thread that polls. */
    String position() {
        return poller == null ? null : poller.position().orElse(null);
    }

    /** Limits all waits of the next poll together; {@code null} removes the limit. */
    void waitTimeout(Duration longest) {
        longestWait = longest;
        client.waitTimeout(longest);
    }

    /** @return whether a poll may be made: no other consumer is busy with the state, in this process or another one */
    boolean begin() {
        if (!state.isHeld() || mustWait()) {
            return false;
        }
        if (connection.client().isClosed()) {
            // The component was stopped and started. Polls go on from the state, as after a start of the route.
            connect();
            poller = null;
        }
        client.awaitAbandoned();
        if (poller == null || !isMapped) {
            open();
        } else if (options.needMetadata()) {
            followMetadata();
        }
        poller.begin();
        return true;
    }

    private boolean mustWait() {
        if (poller == null) {
            return false;
        }
        boolean waited = contention.isWaiting();
        boolean waits = contention.mustWait(checkpoint.hasMoved(), timing());
        if (waited && !waits) {
            poller = null;
        }
        return waits;
    }

    private void open() {
        Optional<ObjectType> known = endpoint.knownType();
        if (known.isPresent()) {
            openMapped(known.get(), OptionalInt.empty());
        } else {
            ObjectType custom = customType(checkpoint(OptionalInt.empty()).check());
            openMapped(custom, OptionalInt.of(custom.id()));
        }
    }

    /** The account may mean other fields and options by the same words now. */
    private void followMetadata() {
        PollOptions mapped = client.await(() -> options.mapped(mapper));
        if (!mapped.watchesSame(watched)) {
            open(type, watchedTypeId, mapped);
        }
    }

    /** The id of the group that the options name. */
    private OptionalLong groupId(ObjectType found) {
        return options.groupLookup(found).stream()
                .mapToLong(lookup ->
                        client.await(() -> client.metadata().names().id(lookup, client.api(), CallContext.poll())))
                .findFirst();
    }

    /** A custom object that was renamed is found by the id in the state. */
    private ObjectType customType(OptionalInt stored) {
        String name = endpoint.getObjectType();
        try {
            return client.await(() -> client.metadata().customType(name, client.api(), CallContext.poll()));
        } catch (InvalidInputException e) {
            if (stored.isEmpty()) {
                throw e;
            }
            LOG.warn(
                    "No custom object has the name '{}' any more. Goes on to watch type {}, which had it; name that type"
                            + " in the URI",
                    name,
                    stored.getAsInt());
            return ObjectTypes.custom(stored.getAsInt(), name);
        }
    }

    List<RecordEvent> next(int most) {
        List<RecordEvent> events = poller.next(most);
        bodies.clear();
        map(events.stream().filter(event -> event.body() instanceof Map).toList());
        return events;
    }

    @SuppressWarnings("unchecked")
    private void map(List<RecordEvent> events) {
        List<Map<String, Object>> records =
                events.stream().map(event -> (Map<String, Object>) event.body()).toList();
        mapper.reporter().checkListed(watched.listFields(), records);
        if (!records.isEmpty() && !options.format().isRaw()) {
            List<Map<String, Object>> mapped = client.await(() -> mapper.read(records));
            for (int i = 0; i < mapped.size(); i++) {
                bodies.put(events.get(i), mapped.get(i));
            }
        }
    }

    void acknowledge(RecordEvent event) {
        poller.acknowledge(event);
    }

    /** Another consumer moved the state during the poll. */
    void conflict(StateConflictException conflict) {
        contention.onMoved(conflict.getMessage(), timing());
    }

    /** The consumer stops. A poll under way ends before its next request, and still moves the state. */
    void end() {
        ended = true;
        state.end();
    }

    boolean isEnded() {
        return ended;
    }

    /** Gives up the state, when no poll is under way. */
    void release() {
        state.release();
    }

    /** The exception that a route sees. */
    Exception failure(RuntimeException cause) {
        Throwable mapped = ExceptionMapper.of(
                cause, "polling for event=" + endpoint.getPollConfiguration().getEvent(), endpoint.getObjectType());
        return mapped instanceof Exception failure ? failure : cause;
    }

    void fill(Exchange exchange, RecordEvent event) {
        MessageMapper.toMessage(event, type, endpoint.getPollConfiguration().getEvent(), exchange.getMessage());
        if (bodies.containsKey(event)) {
            exchange.getMessage().setBody(bodies.get(event));
        }
    }
}
