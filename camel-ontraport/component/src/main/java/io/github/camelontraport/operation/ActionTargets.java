package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.transaction.TransactionKeys;
import io.github.camelontraport.value.BodyReader;
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
public record ActionTargets(List<Long> ids, ObjectNode parameters) {

    private static final String IDS = "ids";
    /** Also a field of whole records, with another meaning. */
    private static final String TYPE = "type";

    private static final List<Parameter> SELECTORS = List.of(Parameter.CONDITION, Parameter.SEARCH, Parameter.GROUP_ID);
    private static final Set<String> SELECTING_PARAMETERS =
            Set.of("condition", "search", "searchNotes", "group_id", "group_ids", "performAll");
    /** Fields by which a whole record, or the result of a charge, is known. */
    private static final Set<String> OF_A_RECORD = Set.of("contact_id", "status", "subject", "date", "result_code");

    /** Of a body with fields, only the ids and these parameters are read. */
    public static ActionTargets of(OperationContext task, String operation, String... parameters) {
        return of(task, operation, BodyReader.plain(task.inputs().body()), List.of(parameters));
    }

    /** Likewise, but keys that are neither these parameters nor those of a record are refused: the action would go on without. */
    public static ActionTargets strict(OperationContext task, String operation, String... parameters) {
        return strict(task, operation, BodyReader.plain(task.inputs().body()), List.of(parameters));
    }

    /** @param body of the message, as {@link BodyReader#plain} gives it */
    public static ActionTargets strict(OperationContext task, String operation, Object body, List<String> parameters) {
        if (body instanceof Map<?, ?> fields) {
            refuseUnknown(task, operation, fields, parameters);
            return of(
                    task,
                    operation,
                    body,
                    parameters.stream()
                            .filter(name -> !name.equals(TYPE) || !isRecord(fields))
                            .toList());
        }
        return of(task, operation, body, parameters);
    }

    private static void refuseUnknown(
            OperationContext task, String operation, Map<?, ?> fields, List<String> parameters) {
        List<String> names = new ArrayList<>(List.of(IDS, "id"));
        alias(task).ifPresent(names::add);
        names.addAll(parameters);
        boolean record = isRecord(fields);
        ObjectType type = task.type();
        fields.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !names.contains(name)
                        && !SELECTING_PARAMETERS.contains(name)
                        && !(record && TransactionKeys.has(type, name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidInputException(
                            "Operation " + operation + " does not know '" + name + "' in the body."
                                    + Suggestions.hint(name, names) + " It reads " + String.join(", ", names)
                                    + (TransactionKeys.areKnown(type)
                                            ? ", and is done with the whole of each of "
                                                    + task.type().plural() + ", not with a part"
                                            : "")
                                    + ". Nothing was sent");
                });
    }

    private static boolean isRecord(Map<?, ?> fields) {
        return OF_A_RECORD.stream().anyMatch(fields::containsKey);
    }

    private static ActionTargets of(OperationContext task, String operation, Object body, List<String> parameters) {
        refuseSelection(task, operation);
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        if (body instanceof Map<?, ?> fields) {
            refuseSelection(fields, operation);
            Map<String, Object> known = new LinkedHashMap<>();
            parameters.forEach(name -> known.put(name, fields.get(name)));
            read = task.values().parameters(known);
        }
        return new ActionTargets(ids(task, operation, body), read);
    }

    private static List<Long> ids(OperationContext task, String operation, Object body) {
        Optional<Parameter> given = task.inputs().oneOf(Parameter.IDS, Parameter.RECORD_ID);
        if (given.isPresent()) {
            Object value = task.inputs().value(given.get()).orElseThrow();
            return idsIn(task, operation, value, task.inputs().where(given.get()));
        }
        boolean nothing = body == null && task.inputs().body() == null;
        if (nothing || body instanceof Map<?, ?> fields && !isNamed(task, fields)) {
            throw new InvalidInputException("Operation " + operation + " needs the ids of "
                    + task.type().plural() + ": give ids or recordId, or a body with ids. Nothing was sent");
        }
        if (body instanceof Map<?, ?> fields && fields.get(IDS) == null) {
            return task.idsIn(idOf(task, fields));
        }
        return idsIn(task, operation, body instanceof Map<?, ?> fields ? fields.get(IDS) : body, "The message body");
    }

    private static List<Long> idsIn(OperationContext task, String operation, Object ids, String where) {
        Object plain = BodyReader.plain(ids);
        Object named = plain instanceof Collection<?> elements
                ? elements.stream()
                        .map(element -> idAlone(task, operation, element))
                        .toList()
                : idAlone(task, operation, plain);
        return BodyReader.ids(named, task.type().idField(), where);
    }

    /** Of a record in which no parameters are looked for. */
    private static Object idAlone(OperationContext task, String operation, Object element) {
        Object plain = BodyReader.plain(element);
        if (plain instanceof Map<?, ?> fields && TransactionKeys.areKnown(task.type())) {
            refuseUnknown(task, operation, fields, List.of());
        }
        return idOf(task, plain);
    }

    private static boolean isNamed(OperationContext task, Map<?, ?> fields) {
        return fields.get(IDS) != null
                || fields.get("id") != null
                || alias(task).map(fields::get).isPresent();
    }

    /** The field in which other replies hold the id that a record of the type has as {@code id}. */
    private static Optional<String> alias(OperationContext task) {
        return Optional.ofNullable(Map.of(ObjectTypes.TRANSACTION, "invoice_id", ObjectTypes.ORDER, "order_id")
                .get(task.type()));
    }

    /** What holds the id: a record with two that may be meant is probably one of another type. */
    public static Object idOf(OperationContext task, Object element) {
        Object plain = BodyReader.plain(element);
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
    private static void refuseSelection(OperationContext task, String operation) {
        ParameterValues inputs = task.inputs();
        SELECTORS.stream().filter(inputs.leftAlone()::contains).findFirst().ifPresent(selector -> {
            throw refused(operation, "header " + selector.header());
        });
        SELECTORS.stream().filter(inputs::has).findFirst().ifPresent(selector -> {
            throw refused(operation, "option " + selector.option());
        });
    }

    private static void refuseSelection(Map<?, ?> fields, String operation) {
        SELECTING_PARAMETERS.stream()
                .filter(fields::containsKey)
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw refused(operation, name + " in the body");
                });
    }

    private static InvalidInputException refused(String operation, String selector) {
        return new InvalidInputException("Operation " + operation + " takes explicit ids only, but " + selector
                + " selects. Read the ids first, with operation search. Nothing was sent");
    }
}
