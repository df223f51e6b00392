package io.github.camelontraport.poll.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.Json;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.poll.PollEvent;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stored state of one consumer: one line of JSON under its key, and large sets compressed under further keys,
 * {@code key#name}. What cannot be stored is kept and tried again first with the next use, so that a failing store
 * lets no more than one occurrence be delivered that it does not know of.
 */
public final class Checkpoint {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoint.class);
    private static final String VERSION_FIELD = "ontraport";
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = Json.strict().build();

    private final Store store;
    private final String key;
    private final CheckpointOwner identity;
    private final TimeSource timing;
    private final Map<String, String> unsaved = new LinkedHashMap<>();
    private final Map<String, String> saved = new HashMap<>();
    private final Set<String> met = new HashSet<>();
    private ObjectNode last;

    /** Where the texts are kept; {@code get} gives {@code null} for a key that has none. */
    public record Store(Function<String, String> get, Put put) {}

    /** Stores a text; returns when it is stored. */
    @FunctionalInterface
    public interface Put {

        void put(String key, String text);
    }

    public Checkpoint(Store store, String key, CheckpointOwner identity, TimeSource timing) {
        this.store = store;
        this.key = key;
        this.identity = identity;
        this.timing = timing;
    }

    /** Refuses a state that cannot be used, as {@link #read}. */
    public void check() {
        read();
    }

    /**
     * What was stored last; empty when nothing was.
     *
     * @throws CheckpointException when it cannot be read, or is not this consumer's
     */
    public Optional<JsonNode> read() {
        String text = store.get.apply(key);
        if (text == null) {
            LOG.info("Begins at startFrom, as there is no state under key '{}' yet", key);
            return Optional.empty();
        }
        if (text.isBlank()) {
            throw new CheckpointException(unreadable("it is empty"));
        }
        JsonNode state;
        try {
            state = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new CheckpointException(unreadable("it is no JSON"), e);
        }
        if (state.path(VERSION_FIELD).asInt() != VERSION) {
            throw new CheckpointException(
                    unreadable("its format '" + state.path(VERSION_FIELD).asText("none") + "' is not " + VERSION
                            + ", the one this version of camel-ontraport reads and writes"));
        }
        check("account", state, identity.account(), "base URL or app id is another");
        check("type", state, identity.type(), "it watched other records");
        check("event", state, identity.event(), "it watched for something else");
        check("filter", state, identity.filter(), "condition, search, group or tag is another");
        LOG.info(
                "Goes on from the state under key '{}', written at {}",
                key,
                state.path("at").asText("an unknown time"));
        return Optional.of(state);
    }

    private void check(String field, JsonNode state, String own, String meaning) {
        String found = state.path(field).asText();
        if (!found.equals(own)) {
            throw new CheckpointException("The state under key '" + key + "' belongs to another " + field + " ("
                    + meaning + "): found '" + found + "', this consumer has '" + own + "'. " + wayOn(state));
        }
    }

    /** @param what to be read out of the state, and fails somehow when the state is damaged */
    public void reading(JsonNode state, Consumer<JsonNode> what) {
        try {
            what.accept(state);
        } catch (CheckpointException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new CheckpointException(unreadable("a part of it cannot be understood (" + e.getMessage() + ")"), e);
        }
    }

    /** For a part that is missing. */
    CheckpointException missing(String name) {
        return new CheckpointException(unreadable("the part under '" + part(name) + "' is missing"));
    }

    private String unreadable(String why) {
        return "The state under key '" + key + "' cannot be read: " + why
                + ". It is left as it is. Restore it from a copy, or " + "remove it to begin anew at startFrom.";
    }

    private String wayOn(JsonNode state) {
        boolean startsAtTimes = !PollEvent.DELETED.option().equals(identity.event());
        return "To begin anew, set another stateKey, or remove the state; startFrom says where it then begins"
                + (startsAtTimes && state.hasNonNull("at")
                        ? ", and startFrom=" + state.path("at").asText() + " is when this state was written last."
                        : ".");
    }

    /** A large part that is stored by itself; empty when there is none. */
    public String part(String name, boolean mustExist) {
        met.add(part(name));
        String text = store.get.apply(part(name));
        if (mustExist && text == null) {
            throw missing(name);
        }
        return text == null ? "" : CompressedText.unpack(text);
    }

    /** Stores a large part, before the state that relies on it. */
    public void storePart(String name, String text) {
        if (met.add(part(name))) {
            // A repository that compares before it sets must know what is there, were it a remnant.
            store.get.apply(part(name));
        }
        put(part(name), text.isEmpty() ? "" : CompressedText.pack(text));
    }

    /** Stores what {@code content} writes, unless that is stored already. */
    public void store(Consumer<ObjectNode> content) {
        ObjectNode state = MAPPER.createObjectNode();
        state.put(VERSION_FIELD, VERSION)
                .put("event", identity.event())
                .put("type", identity.type())
                .put("account", identity.account())
                .put("filter", identity.filter());
        content.accept(state);
        if (!state.equals(last)) {
            last = state.deepCopy();
            state.put("at", timing.now().truncatedTo(ChronoUnit.SECONDS).toString());
            put(key, state.toString());
        }
    }

    private String part(String name) {
        return key + "#" + name;
    }

    private void put(String name, String text) {
        if (Objects.equals(saved.get(name), text) && !unsaved.containsKey(name)) {
            return;
        }
        // Behind whatever waits, so that parts come before the state that relies on them.
        unsaved.remove(name);
        unsaved.put(name, text);
        flush();
    }

    /** Stores what could not be stored before. */
    public void flush() {
        for (Map.Entry<String, String> entry : new LinkedHashMap<>(unsaved).entrySet()) {
            store.put.put(entry.getKey(), entry.getValue());
            saved.put(entry.getKey(), entry.getValue());
            unsaved.remove(entry.getKey());
        }
    }
}
