package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.value.BodyReader;
import java.util.Collection;
import java.util.Optional;

/** Reads structures of which every key is known. A misspelt key is refused, because the API ignores it. */
public final class KnownKeys {

    private KnownKeys() {}

    /** The body as an object in wire form, without keys that have no value. */
    public static ObjectNode body(OperationContext context, String operation, String example) {
        if (context.encoder().plain(BodyReader.json(context.parameters().body())) instanceof ObjectNode body
                && !body.isEmpty()) {
            return withoutNulls(body);
        }
        throw new InvalidInputException("Operation " + operation + " needs a body such as " + example);
    }

    public static ObjectNode withoutNulls(ObjectNode object) {
        ObjectNode copy = object.objectNode();
        object.properties().stream()
                .filter(entry -> !entry.getValue().isNull())
                .forEach(entry -> copy.set(entry.getKey(), entry.getValue()));
        return copy;
    }

    /** Refuses keys that are not allowed, naming the one that was probably meant. */
    public static void check(ObjectNode object, String place, Collection<String> allowed) {
        object.fieldNames().forEachRemaining(key -> {
            if (!allowed.contains(key)) {
                throw new InvalidInputException(place + ": '" + key + "' is not known." + Suggestions.hint(key, allowed)
                        + " Known are " + allowed);
            }
        });
    }

    /** The text under a key or its other name; empty when there is neither. */
    public static Optional<String> text(ObjectNode object, String place, String key, String otherName) {
        if (object.has(key) && object.has(otherName)) {
            throw new InvalidInputException(place + ": give only one of " + key + " and " + otherName);
        }
        return text(object, place, object.has(key) ? key : otherName);
    }

    public static Optional<String> text(ObjectNode object, String place, String key) {
        JsonNode value = object.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (value.isContainerNode() || value.asText().isBlank()) {
            throw new InvalidInputException(
                    place + ": " + key + " is " + (value.isContainerNode() ? "no text" : "empty"));
        }
        return Optional.of(value.asText().strip());
    }
}
