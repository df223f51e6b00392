package io.github.camelontraport.poll.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.Json;
import io.github.camelontraport.api.time.TimeSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The stored state of one consumer: one line of JSON under its key, and large sets compressed under further keys,
 * {@code key#name}. What cannot be stored is kept and stored with the next use, before anything else. A store that fails
 * therefore misses at most one delivered event.
 */
public final class Checkpoint {

    private static final String FORMAT_FIELD = "ontraport";
    /** When the state was stored, by the server's clock. */
    public static final String SERVER_TIME_FIELD = "serverTime";

    private static final String TIME_FIELD = "at";
    private static final String TYPE_ID_FIELD = "typeId";
    private static final int FORMAT = 2;
    private static final JsonMapper MAPPER = Json.strict().build();

    private final Store store;
    private final String key;
    private final CheckpointOwner owner;
    private final TimeSource timing;
    private final Map<String, String> unsaved = new LinkedHashMap<>();
    private final Map<String, String> saved = new HashMap<>();
    private final Set<String> knownParts = new HashSet<>();
    /** What the store held when this consumer last looked, or what it stored since; {@code null} when there was nothing. */
    private String known;
    /** The fields that were stored last, without the times of the store. */
    private String last;

    private String origin;

    /** Where the texts are kept; {@code get} returns {@code null} for a key without a text. */
    public record Store(Function<String, String> get, Put put) {}

    /** Stores a text; returns when it is stored. */
    @FunctionalInterface
    public interface Put {

        void put(String key, String text);
    }

    public Checkpoint(Store store, String key, CheckpointOwner owner, TimeSource timing) {
        this.store = store;
        this.key = key;
        this.owner = owner;
        this.timing = timing;
    }

    /**
     * Refuses a state that cannot be used, as {@link #read}.
     *
     * @return the type id that the state names; empty when there is no state, or it names none
     */
    public OptionalInt check() {
        return load().filter(state -> state.path(TYPE_ID_FIELD).isInt())
                .map(state -> OptionalInt.of(state.path(TYPE_ID_FIELD).intValue()))
                .orElse(OptionalInt.empty());
    }

    /**
     * The state that was stored last, in format 2 or 1 (see {@link #format}); empty when there is none.
     *
     * @throws CheckpointException when it cannot be read, or belongs to another consumer
     */
    public Optional<JsonNode> read() {
        Optional<JsonNode> state = load();
        last = state.map(Checkpoint::withoutTimes).orElse(null);
        origin = state.map(found -> "Goes on from the state under key '" + key + "', written at "
                        + found.path(TIME_FIELD).asText("an unknown time"))
                .orElse("Begins at startFrom, as there is no state under key '" + key + "' yet");
        return state;
    }

    /** Says for the log what {@link #read} found; {@code null} before. */
    public String origin() {
        return origin;
    }

    /**
     * Whether another consumer changed the state since this one last looked or stored it. A state that is gone does not
     * count: it is stored again.
     */
    public boolean hasMoved() {
        String found = store.get.apply(key);
        boolean moved = found != null && !found.equals(known) && !found.equals(unsaved.get(key));
        if (moved) {
            known = found;
        }
        return moved;
    }

    private static String withoutTimes(JsonNode state) {
        ObjectNode fields = state.deepCopy();
        return fields.without(List.of(SERVER_TIME_FIELD, TIME_FIELD)).toString();
    }

    private Optional<JsonNode> load() {
        String text = store.get.apply(key);
        known = text;
        if (text == null) {
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
        if (format(state) < 1 || format(state) > FORMAT) {
            throw new CheckpointException(
                    unreadable("its format '" + state.path(FORMAT_FIELD).asText("none") + "' is not 1 or " + FORMAT
                            + ", the formats that this version of camel-ontraport reads"));
        }
        check("account", state, owner.account(), "base URL or app id differs");
        check("type", state, owner.type(), "it watched other records");
        check("event", state, owner.event(), "it watched for another event");
        check("filter", state, owner.filter(), "condition, search, group or tag differs");
        checkTypeId(state);
        return Optional.of(state);
    }

    /** The format of a state that was read. */
    public static int format(JsonNode state) {
        return state.path(FORMAT_FIELD).asInt();
    }

    private void check(String field, JsonNode state, String own, String meaning) {
        if (!state.path(field).isTextual()) {
            throw new CheckpointException(unreadable("its field '" + field + "' is missing"));
        }
        String found = state.path(field).textValue();
        if (!found.equals(own)) {
            throw new CheckpointException("The state under key '" + key + "' belongs to another " + field + " ("
                    + meaning + "): found '" + found + "', this consumer has '" + own + "'. " + wayOut(state));
        }
    }

    /** The name of a custom object can come to mean another one. */
    private void checkTypeId(JsonNode state) {
        int found = state.path(TYPE_ID_FIELD).asInt();
        if (found != 0 && owner.typeId().orElse(found) != found) {
            throw new CheckpointException("The state under key '" + key + "' is of type " + found
                    + ", which was named '"
                    + owner.type() + "' when the state was written; now type "
                    + owner.typeId().getAsInt() + " has this name. Nothing is lost while this consumer waits. To go on"
                    + " with the records of before, watch type " + found + " by its id. " + wayOut(state));
        }
    }

    /** @param reader takes its fields from the state, and throws when the state is damaged */
    public void reading(JsonNode state, Consumer<JsonNode> reader) {
        try {
            reader.accept(state);
        } catch (CheckpointException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new CheckpointException(unreadable("a part of it cannot be understood (" + e.getMessage() + ")"), e);
        }
    }

    /** For a position that the account cannot have reached. */
    public CheckpointException ahead(String found) {
        return new CheckpointException("The state under key '" + key + "' is ahead of the account: " + found
                + ". The account (or sandbox) began anew, or was restored from a backup. The state is left as it is. "
                + "To begin anew, set another stateKey, or remove the state; startFrom says where the consumer then "
                + "begins.");
    }

    private CheckpointException missing(String name) {
        return new CheckpointException(unreadable("the part under '" + part(name) + "' is missing"));
    }

    private String unreadable(String why) {
        return "The state under key '" + key + "' cannot be read: " + why
                + ". It is left as it is. Restore it from a copy, or " + "remove it to begin anew at startFrom.";
    }

    private String wayOut(JsonNode state) {
        return "To begin anew, set another stateKey, or remove the state; startFrom says where it then begins"
                + (owner.startsAtTimes() && state.hasNonNull(TIME_FIELD)
                        ? ", and startFrom=" + state.path(TIME_FIELD).asText() + " is when this state was written last."
                        : ".");
    }

    /** A large part that is stored by itself; empty when there is none. */
    public String part(String name, boolean mustExist) {
        knownParts.add(part(name));
        String text = store.get.apply(part(name));
        if (mustExist && text == null) {
            throw missing(name);
        }
        return text == null ? "" : CompressedText.unpack(text);
    }

    /** Stores a large part, before the state that relies on it. */
    public void storePart(String name, String text) {
        if (knownParts.add(part(name))) {
            // A repository that compares before it sets must first read a value that an older state left there.
            String unused = store.get.apply(part(name));
        }
        put(part(name), text.isEmpty() ? "" : CompressedText.pack(text));
    }

    /** As {@link #store(Consumer, Optional)}, without the server's time. */
    public void store(Consumer<ObjectNode> content) {
        store(content, Optional.empty());
    }

    /**
     * Stores the fields that {@code content} writes, unless they are stored already, and the time.
     *
     * @param serverTime empty when it is not known
     */
    public void store(Consumer<ObjectNode> content, Optional<Instant> serverTime) {
        ObjectNode state = MAPPER.createObjectNode();
        state.put(FORMAT_FIELD, FORMAT).put("event", owner.event()).put("type", owner.type());
        owner.typeId().ifPresent(id -> state.put(TYPE_ID_FIELD, id));
        state.put("account", owner.account()).put("filter", owner.filter());
        content.accept(state);
        String fields = state.toString();
        if (!fields.equals(last)) {
            last = fields;
            serverTime.ifPresent(time -> state.put(SERVER_TIME_FIELD, seconds(time)));
            state.put(TIME_FIELD, seconds(timing.now()));
            put(key, state.toString());
        }
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String part(String name) {
        return key + "#" + name;
    }

    private void put(String name, String text) {
        if (Objects.equals(saved.get(name), text) && !unsaved.containsKey(name)) {
            return;
        }
        // Last in the queue, so that parts come before the state that relies on them.
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
            if (entry.getKey().equals(key)) {
                known = entry.getValue();
            }
        }
    }
}
