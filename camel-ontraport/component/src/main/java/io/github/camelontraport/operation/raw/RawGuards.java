package io.github.camelontraport.operation.raw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.operation.RecordSelection;
import io.github.camelontraport.operation.UpsertRetryRule;
import io.github.camelontraport.operation.raw.RawCallRule.Guard;
import io.github.camelontraport.value.BodyReader;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What raw calls that change records are held to, the same as the operations they equal. */
final class RawGuards {

    private static final Set<String> SELECTION = Set.of("condition", "search", "group_id", "group_ids", "performAll");

    private static final Set<String> FOR_MANY = Set.of("ids", "performAll", "group_id", "group_ids");

    private static final String ID = "[1-9][0-9]{0,18}";

    static final Guard NONE = (parameters, task) -> {};

    /** Names one record by id. */
    static final Guard ONE = (parameters, task) -> {
        refuseSelection(parameters);
        oneId(parameters);
    };

    /** Fields of records may have any name, so only what can be no field is refused. */
    static final Guard ONE_OR_UNIQUE = (parameters, task) -> {
        if (FOR_MANY.stream().anyMatch(parameters::has)) {
            throw new InvalidInputException("This call changes one record; " + FOR_MANY + " are not for it");
        }
        if (!UpsertRetryRule.has(parameters, "unique_id")) {
            oneId(parameters);
        }
    };

    /** Names its records by id, so that a clause that the server ignores cannot hit the whole account. */
    static final Guard MANY = (parameters, task) -> {
        refuseSelection(parameters);
        if (idsIn(parameters, "ids").isEmpty()) {
            throw new InvalidInputException("This call needs the parameter ids with at least one id, as without it "
                    + "the API takes every record of the type");
        }
    };

    static final Guard MANY_OR_ALL = (parameters, task) -> {
        boolean all = parameters
                .propertyStream()
                .allMatch(parameter -> parameter.getKey().equals("objectID"));
        if (all && task.inputs().fixed().allowAll()) {
            RecordSelection.refuseBounds(task);
        } else {
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

    /** A call that is not known: whatever it is, it must not be "all that match". */
    static final Guard UNKNOWN = (parameters, task) -> {
        List<String> names = parameters
                .propertyStream()
                .map(Map.Entry::getKey)
                .map(RawGuards::asPhpReads)
                .toList();
        if (names.contains("ids") || names.contains("performAll")) {
            MANY.check(parameters, task);
        }
    };

    static final Guard FIELD_OR_SECTION = (parameters, task) -> {
        refuseSelection(parameters);
        if (!UpsertRetryRule.has(parameters, "field") && !UpsertRetryRule.has(parameters, "section")) {
            throw new InvalidInputException("This call needs the parameter field or section");
        }
    };

    /** The API replaces the order by what is sent, and removes one without products. */
    static final Guard ORDER = (parameters, task) -> {
        JsonNode products = parameters.path("offer").path("products");
        if (!products.isArray() || products.isEmpty()) {
            throw new InvalidInputException("An order without offer.products would be removed; send all its products");
        }
        if (parameters.path("offer").path("order_id").asText().isBlank()) {
            throw new InvalidInputException("This call needs offer.order_id, the order that is replaced");
        }
    };

    /** Pays one invoice. */
    static final Guard INVOICE = (parameters, task) -> {
        refuseSelection(parameters);
        if (idsIn(parameters, "invoice_id").size() != 1) {
            throw new InvalidInputException("This call needs the parameter invoice_id, a positive whole number");
        }
    };

    private RawGuards() {}

    /** The name under which the server finds a parameter of a form or query. */
    static String asPhpReads(String name) {
        return name.stripLeading().replaceFirst("\\[.*", "").replaceAll("[ .]", "_");
    }

    private static void oneId(ObjectNode parameters) {
        if (idsIn(parameters, "id").size() + idsIn(parameters, "tag_id").size() != 1) {
            throw new InvalidInputException("This call needs the parameter id, a positive whole number");
        }
    }

    private static void refuseSelection(ObjectNode parameters) {
        List<String> selection = selection(parameters);
        if (!selection.isEmpty()) {
            throw new InvalidInputException("A call that changes records names them by id or ids; " + selection
                    + " would leave it to the server which they are. Read the ids first, with operation search");
        }
    }

    /**
     * Parameters that select, also under the names that the server would read as theirs: PHP turns a blank, a dot or a
     * bracket in a name into something else.
     */
    private static List<String> selection(ObjectNode parameters) {
        return parameters
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> SELECTION.contains(name) || !name.matches("[A-Za-z0-9_]+"))
                .sorted()
                .toList();
    }

    /** Taken by their letter, as they are sent as they are: nothing that this reads as ids and the server otherwise. */
    private static List<Long> idsIn(ObjectNode parameters, String name) {
        JsonNode ids = parameters.path(name);
        if (ids.isMissingNode() || ids.isNull()) {
            return List.of();
        }
        boolean plain = ids.isArray()
                ? ids.valueStream().allMatch(id -> id.asText().matches(ID))
                : ids.asText().matches(ID + "(," + ID + ")*");
        if (!plain) {
            throw new InvalidInputException(
                    "Parameter " + name + " is " + ids + "; in a raw call it must be positive whole "
                            + "numbers, as a JSON array or separated by commas without blanks");
        }
        return BodyReader.ids(ids.isArray() ? ids : ids.asText(), "id", "Parameter " + name);
    }
}
