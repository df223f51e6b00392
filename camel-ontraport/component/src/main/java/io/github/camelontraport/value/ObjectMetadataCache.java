package io.github.camelontraport.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.cache.CachedValue;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.value.field.FieldMetadataCache;
import io.github.camelontraport.value.name.AccountNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What an account says about its own types. One per account, shared by its endpoints; the names of custom objects
 * are kept, and read again at most once a minute when one is asked for that is not among them. Thread-safe.
 */
public final class ObjectMetadataCache {

    private static final String PATH = "/objects/meta";

    private final TimeSource timing;
    private final Map<Integer, FieldMetadataCache> fields = new ConcurrentHashMap<>();
    private final AccountNames names;
    private final CachedValue<JsonNode> types;

    public ObjectMetadataCache(TimeSource timing) {
        this.timing = timing;
        this.names = new AccountNames(timing);
        this.types = new CachedValue<>(timing);
    }

    /** The names of the account's records. */
    public AccountNames names() {
        return names;
    }

    /**
     * The custom object of this name, in any case.
     *
     * @return fails with {@link InvalidInputException} when the account has none, naming the nearest
     */
    public CompletionStage<ObjectType> customType(String name, OntraportClient client, CallContext usage) {
        return types.get(() -> readTypes(client, usage))
                .thenCompose(first -> {
                    Optional<ObjectType> type = find(first, name);
                    return type.isPresent()
                            ? CompletableFuture.completedFuture(type.get())
                            : types.newer(first, () -> readTypes(client, usage))
                                    .thenApply(again -> find(again, name).orElseThrow(() -> unknown(name, again)));
                })
                .exceptionally(failure -> {
                    Throwable cause = Futures.cause(failure);
                    throw cause instanceof ApiException refused
                            ? refused.withPrefix("'" + name + "' is none of Ontraport's types."
                                    + Suggestions.hint(name, ObjectTypes.names())
                                    + " The account's custom objects could not be read: ")
                            : new CompletionException(cause);
                });
    }

    private static CompletionStage<JsonNode> readTypes(OntraportClient client, CallContext usage) {
        return client.call(ApiRequest.get(PATH, Map.of("format", "byId")), usage)
                .thenApply(ObjectMetadataCache::types);
    }

    private static JsonNode types(ApiReply reply) {
        if (reply.data() == null || !reply.data().isContainerNode()) {
            throw RecordParser.unexpected(PATH, "no types");
        }
        return reply.data();
    }

    private static Optional<ObjectType> find(JsonNode types, String name) {
        for (Map.Entry<String, JsonNode> entry : types.properties()) {
            if (isCustom(entry.getKey())
                    && entry.getValue().path("name").asText().equalsIgnoreCase(name)) {
                return Optional.of(ObjectTypes.custom(
                        Integer.parseInt(entry.getKey()),
                        entry.getValue().path("name").asText()));
            }
        }
        return Optional.empty();
    }

    private static InvalidInputException unknown(String name, JsonNode types) {
        List<String> names = new ArrayList<>(ObjectTypes.names());
        types.properties().stream()
                .filter(entry -> isCustom(entry.getKey()))
                .forEach(entry -> names.add(entry.getValue().path("name").asText()));
        return new InvalidInputException("Unknown object type '" + name + "': neither one of Ontraport's types nor a "
                + "custom object of this account." + Suggestions.hint(name, names));
    }

    private static boolean isCustom(String id) {
        return id.matches("\\d{5,9}");
    }

    /** What is known of the type's fields. */
    public FieldMetadataCache fieldCache(ObjectType type) {
        return fields.computeIfAbsent(type.id(), id -> new FieldMetadataCache(timing));
    }

    /** The type's fields keyed by name, read anew. */
    public CompletionStage<JsonNode> fields(ObjectType type, OntraportClient client, CallContext usage) {
        String path = type.collectionPath() + "/meta";
        Map<String, String> query = new LinkedHashMap<>(type.parametersAt(path));
        query.put("format", "byId");
        return client.call(ApiRequest.get(path, query), usage).thenApply(reply -> fields(type, reply));
    }

    /** The reply may list several types. For a type without custom fields an account sends an empty array. */
    private static JsonNode fields(ObjectType type, ApiReply reply) {
        JsonNode data = reply.data() == null ? JsonNodeFactory.instance.objectNode() : reply.data();
        JsonNode fields = data.path(Integer.toString(type.id())).path("fields");
        if (fields.isObject()) {
            return fields;
        }
        if (fields.isArray() && fields.isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        throw RecordParser.unexpected(PATH, "no fields of type " + type.id());
    }

    /** The names of the type's fields that the account holds unique. */
    public CompletionStage<List<String>> uniqueFields(ObjectType type, OntraportClient client, CallContext usage) {
        return fields(type, client, usage).thenApply(fields -> fields.properties().stream()
                .filter(field -> field.getValue().path("unique").asText().equals("1"))
                .map(Map.Entry::getKey)
                .toList());
    }
}
