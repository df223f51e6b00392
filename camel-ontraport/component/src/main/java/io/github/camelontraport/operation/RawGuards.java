package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.operation.KnownCall.Guard;
import io.github.camelontraport.value.Bodies;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What raw calls that change records are held to, the same as the operations they equal. */
final class RawGuards {

    private static final Set<String> SELECTION =
            Set.of("condition", "search", "group_id", "group_ids", "performAll");

    static final Guard NONE = (parameters, task) -> { };

    /** Names one record by id. */
    static final Guard ONE = (parameters, task) -> {
        if (idsIn(parameters, "id", task).size() + idsIn(parameters, "tag_id", task).size() != 1) {
            throw new InvalidInputException("This call needs the parameter id, a positive whole number");
        }
    };

    static final Guard ONE_OR_UNIQUE = (parameters, task) -> {
        if (!MergeKeys.has(parameters, "unique_id")) {
            ONE.check(parameters, task);
        }
    };

    /** Names its records by id, so that a clause that the server ignores cannot hit the whole account. */
    static final Guard MANY = (parameters, task) -> {
        List<String> selection = selection(parameters);
        if (!selection.isEmpty()) {
            throw new InvalidInputException("A call that changes many records names them by ids; " + selection
                    + " would leave it to the server which they are. Read the ids first, with operation search");
        }
        if (idsIn(parameters, "ids", task).isEmpty()) {
            throw new InvalidInputException("This call needs the parameter ids with at least one id, as without it "
                    + "the API takes every record of the type");
        }
    };

    static final Guard MANY_OR_ALL = (parameters, task) -> {
        boolean all = selection(parameters).isEmpty() && !parameters.has("ids");
        if (!all || !task.inputs().fixed().allowAll()) {
            MANY.check(parameters, task);
        }
    };

    static final Guard ONE_OR_MANY = (parameters, task) -> {
        if (parameters.has("ids")) {
            MANY.check(parameters, task);
        } else {
            ONE.check(parameters, task);
        }
    };

    static final Guard FIELD_OR_SECTION = (parameters, task) -> {
        if (!MergeKeys.has(parameters, "field") && !MergeKeys.has(parameters, "section")) {
            throw new InvalidInputException("This call needs the parameter field or section");
        }
    };

    /** The API replaces the order by what is sent, and removes one without products. */
    static final Guard ORDER = (parameters, task) -> {
        JsonNode products = parameters.path("offer").path("products");
        if (!products.isArray() || products.isEmpty()) {
            throw new InvalidInputException("An order without offer.products would be removed; send all its products");
        }
    };

    private RawGuards() {
    }

    private static List<String> selection(ObjectNode parameters) {
        // A bracket makes a list of a parameter that is also there without one.
        return parameters.propertyStream().map(Map.Entry::getKey)
                .filter(name -> SELECTION.contains(name) || name.contains("[")).sorted().toList();
    }

    private static List<Long> idsIn(ObjectNode parameters, String name, Task task) {
        JsonNode ids = parameters.path(name);
        return ids.isMissingNode() || ids.isNull() ? List.of()
                : Bodies.ids(ids.isValueNode() ? ids.asText() : ids, "id");
    }
}
