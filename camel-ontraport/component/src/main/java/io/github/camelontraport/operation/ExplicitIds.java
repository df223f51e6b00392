package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Nearest;
import io.github.camelontraport.value.Bodies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tasks or transactions that an action is about, and what else its body says. They are named one by one, in header,
 * option or body: what a condition happens to match is never charged, refunded or completed.
 *
 * @param ids        without repeats; empty when an empty list was given
 * @param parameters those of the action that the body has
 */
record ExplicitIds(List<Long> ids, ObjectNode parameters) {

    private static final String IDS = "ids";
    /** Also a field of whole records, with another meaning. */
    private static final String TYPE = "type";
    private static final List<Input> SELECTORS = List.of(Input.CONDITION, Input.SEARCH, Input.GROUP_ID);
    private static final Set<String> SELECTING_PARAMETERS =
            Set.of("condition", "search", "searchNotes", "group_id", "group_ids", "performAll");
    /** Fields by which a whole record, or the result of a charge, is known. */
    private static final Set<String> OF_A_RECORD = Set.of("contact_id", "status", "subject", "date", "result_code");

    /** Of a body with fields, only the ids and these parameters are read. */
    static ExplicitIds of(Task task, String operation, String... parameters) {
        return of(task, operation, Bodies.plain(task.inputs().body()), List.of(parameters));
    }

    /** Likewise, but keys that are neither these parameters nor those of a record are refused: the action would go on without. */
    static ExplicitIds strict(Task task, String operation, String... parameters) {
        return strict(task, operation, Bodies.plain(task.inputs().body()), List.of(parameters));
    }

    /** @param body of the message, as {@link Bodies#plain} gives it */
    static ExplicitIds strict(Task task, String operation, Object body, List<String> parameters) {
        if (body instanceof Map<?, ?> fields) {
            refuseUnknown(task, operation, fields, parameters);
            return of(task, operation, body,
                    parameters.stream().filter(name -> !name.equals(TYPE) || !isRecord(fields)).toList());
        }
        return of(task, operation, body, parameters);
    }

    private static void refuseUnknown(Task task, String operation, Map<?, ?> fields, List<String> parameters) {
        List<String> names = new ArrayList<>(List.of(IDS, "id"));
        alias(task).ifPresent(names::add);
        names.addAll(parameters);
        boolean record = isRecord(fields);
        int type = task.type().id();
        fields.keySet().stream().map(String::valueOf)
                .filter(name -> !names.contains(name) && !SELECTING_PARAMETERS.contains(name)
                        && !(record && RecordKeys.has(type, name))).findFirst()
                .ifPresent(name -> {
                    throw new InvalidInputException("Operation " + operation + " does not know '" + name + "' in the body."
                            + Nearest.hint(name, names) + " It reads " + String.join(", ", names)
                            + (RecordKeys.areKnown(type) ? ", and is done with the whole of each of " + task.type().plural()
                                    + ", not with a part" : "") + ". Nothing was sent");
                });
    }

    private static boolean isRecord(Map<?, ?> fields) {
        return OF_A_RECORD.stream().anyMatch(fields::containsKey);
    }

    private static ExplicitIds of(Task task, String operation, Object body, List<String> parameters) {
        refuseSelection(task, operation);
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        if (body instanceof Map<?, ?> fields) {
            refuseSelection(fields, operation);
            Map<String, Object> known = new LinkedHashMap<>();
            parameters.forEach(name -> known.put(name, fields.get(name)));
            read = task.values().parameters(known);
        }
        return new ExplicitIds(ids(task, operation, body), read);
    }

    private static List<Long> ids(Task task, String operation, Object body) {
        Optional<Input> given = task.inputs().oneOf(Input.IDS, Input.RECORD_ID);
        if (given.isPresent()) {
            Object value = task.inputs().value(given.get()).orElseThrow();
            return idsIn(task, operation, value, task.inputs().where(given.get()));
        }
        boolean nothing = body == null && task.inputs().body() == null;
        if (nothing || body instanceof Map<?, ?> fields && !isNamed(task, fields)) {
            throw new InvalidInputException("Operation " + operation + " needs the ids of " + task.type().plural()
                    + ": give ids or recordId, or a body with ids. Nothing was sent");
        }
        if (body instanceof Map<?, ?> fields && fields.get(IDS) == null) {
            return task.idsIn(idOf(task, fields));
        }
        return idsIn(task, operation, body instanceof Map<?, ?> fields ? fields.get(IDS) : body, "The message body");
    }

    private static List<Long> idsIn(Task task, String operation, Object ids, String where) {
        Object plain = Bodies.plain(ids);
        Object named = plain instanceof Collection<?> elements
                ? elements.stream().map(element -> idAlone(task, operation, element)).toList()
                : idAlone(task, operation, plain);
        return Bodies.ids(named, task.type().idField(), where);
    }

    /** Of a record in which no parameters are looked for. */
    private static Object idAlone(Task task, String operation, Object element) {
        Object plain = Bodies.plain(element);
        if (plain instanceof Map<?, ?> fields && RecordKeys.areKnown(task.type().id())) {
            refuseUnknown(task, operation, fields, List.of());
        }
        return idOf(task, plain);
    }

    private static boolean isNamed(Task task, Map<?, ?> fields) {
        return fields.get(IDS) != null || fields.get("id") != null || alias(task).map(fields::get).isPresent();
    }

    /** The field in which other replies hold the id that a record of the type has as {@code id}. */
    private static Optional<String> alias(Task task) {
        return Optional.ofNullable(Map.of(MoneyOperations.TRANSACTION, "invoice_id", MoneyOperations.ORDER, "order_id")
                .get(task.type().id()));
    }

    /** What holds the id: a record with two that may be meant is probably one of another type. */
    static Object idOf(Task task, Object element) {
        Object plain = Bodies.plain(element);
        Optional<String> alias = alias(task);
        if (!(plain instanceof Map<?, ?> fields) || alias.map(fields::get).isEmpty()) {
            return plain;
        }
        if (fields.get("id") != null) {
            throw new InvalidInputException("A record has both id and " + alias.get() + ", so it is none of "
                    + task.type().plural() + "; give the one that is meant in ids. Nothing was sent");
        }
        return fields.get(alias.get());
    }

    /** Also where it is for other operations of the same endpoint: ids must not pass what was to bound them. */
    private static void refuseSelection(Task task, String operation) {
        Inputs inputs = task.inputs();
        SELECTORS.stream().filter(inputs.leftAlone()::contains).findFirst().ifPresent(selector -> {
            throw refused(operation, "header " + selector.header());
        });
        SELECTORS.stream().filter(inputs::has).findFirst().ifPresent(selector -> {
            throw refused(operation, "option " + selector.option());
        });
    }

    private static void refuseSelection(Map<?, ?> fields, String operation) {
        SELECTING_PARAMETERS.stream().filter(fields::containsKey).sorted().findFirst().ifPresent(name -> {
            throw refused(operation, name + " in the body");
        });
    }

    private static InvalidInputException refused(String operation, String selector) {
        return new InvalidInputException("Operation " + operation + " takes explicit ids only, but " + selector
                + " selects. Read the ids first, with operation search. Nothing was sent");
    }
}
