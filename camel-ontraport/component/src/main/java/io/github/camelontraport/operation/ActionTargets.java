package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.value.BodyReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The Ontraport tasks or transactions that an action is about, and the action's parameters. They are named one by one, in
 * header, option or body: an action never charges, refunds or completes what a condition happens to match.
 *
 * @param ids        each once; empty when an empty list was given
 * @param parameters those of the action that the body has
 */
public record ActionTargets(List<Long> ids, ObjectNode parameters) {

    private static final String IDS = "ids";
    /** Also a field of whole records, with another meaning. */
    private static final String TYPE = "type";

    private static final List<Parameter> SELECTORS = List.of(Parameter.CONDITION, Parameter.SEARCH, Parameter.GROUP_ID);
    private static final Set<String> SELECTING_PARAMETERS =
            Set.of("condition", "search", "searchNotes", "group_id", "group_ids", "performAll");
    /** Fields that only a whole record has, or the result of a charge. */
    private static final Set<String> RECORD_MARKS = Set.of("contact_id", "status", "subject", "date", "result_code");

    /** Reads ids and these parameters; other keys of the body are ignored. */
    public static ActionTargets of(
            OperationContext context, String operation, TargetRecordFields target, String... parameters) {
        return new Reader(context, operation, target).read(plainBody(context), List.of(parameters));
    }

    /** As {@link #of}, but other keys that a record does not have are refused: the API would ignore them. */
    public static ActionTargets strict(
            OperationContext context, String operation, TargetRecordFields target, String... parameters) {
        return strict(context, operation, target, plainBody(context), List.of(parameters));
    }

    /** @param body of the message, as {@link BodyReader#plain} returns it */
    public static ActionTargets strict(
            OperationContext context,
            String operation,
            TargetRecordFields target,
            Object body,
            List<String> parameters) {
        Reader reader = new Reader(context, operation, target);
        if (!(body instanceof Map<?, ?> fields)) {
            return reader.read(body, parameters);
        }
        reader.refuseUnknown(fields, parameters);
        return reader.read(
                body,
                parameters.stream()
                        .filter(name -> !name.equals(TYPE) || !isRecord(fields))
                        .toList());
    }

    /** What holds the id of a target: a record that has two such fields is probably of another type, and refused. */
    public static Object idOf(OperationContext context, TargetRecordFields target, Object element) {
        return new Reader(context, "", target).idOf(element);
    }

    private static Object plainBody(OperationContext context) {
        return BodyReader.plain(context.parameters().body());
    }

    private static boolean isRecord(Map<?, ?> fields) {
        return RECORD_MARKS.stream().anyMatch(fields::containsKey);
    }

    private record Reader(OperationContext context, String operation, TargetRecordFields target) {

        ActionTargets read(Object body, List<String> parameters) {
            refuseSelection();
            ObjectNode read = JsonNodeFactory.instance.objectNode();
            if (body instanceof Map<?, ?> fields) {
                refuseSelection(fields);
                Map<String, Object> known = new LinkedHashMap<>();
                parameters.forEach(name -> known.put(name, fields.get(name)));
                read = context.encoder().parameters(known);
            }
            return new ActionTargets(ids(body), read);
        }

        void refuseUnknown(Map<?, ?> fields, List<String> parameters) {
            List<String> names = new ArrayList<>(List.of(IDS, "id"));
            target.otherIdField().ifPresent(names::add);
            names.addAll(parameters);
            boolean record = isRecord(fields);
            fields.keySet().stream()
                    .map(String::valueOf)
                    .filter(name -> !names.contains(name)
                            && !SELECTING_PARAMETERS.contains(name)
                            && !(record && target.mayHave(name)))
                    .findFirst()
                    .ifPresent(name -> {
                        throw unknown(name, names);
                    });
        }

        private InvalidInputException unknown(String name, List<String> names) {
            String whole = target.areFieldsKnown()
                    ? ", and is done with the whole of each of "
                            + context.type().plural() + ", not with a part"
                    : "";
            return new InvalidInputException("Operation " + operation + " does not know '" + name + "' in the body."
                    + Suggestions.hint(name, names) + " It reads " + String.join(", ", names) + whole
                    + ". Nothing was sent");
        }

        private List<Long> ids(Object body) {
            ParameterValues values = context.parameters();
            return values.oneOf(Parameter.IDS, Parameter.RECORD_ID)
                    .map(given -> idsIn(values.value(given).orElseThrow(), values.source(given)))
                    .orElseGet(() -> idsInBody(body));
        }

        private List<Long> idsInBody(Object body) {
            boolean nothing = body == null && context.parameters().body() == null;
            if (nothing || (body instanceof Map<?, ?> fields && !hasId(fields))) {
                throw new InvalidInputException("Operation " + operation + " needs the ids of "
                        + context.type().plural() + ": give ids or recordId, or a body with ids. Nothing was sent");
            }
            if (body instanceof Map<?, ?> fields && fields.get(IDS) == null) {
                return context.idsIn(idOf(fields));
            }
            if (body instanceof Map<?, ?> fields && fields.get("id") != null) {
                throw new InvalidInputException("The message body has both id and ids; operation " + operation
                        + " takes one of them. Nothing was sent");
            }
            return idsIn(body instanceof Map<?, ?> fields ? fields.get(IDS) : body, "The message body");
        }

        private List<Long> idsIn(Object ids, String source) {
            Object plain = BodyReader.plain(ids);
            Object named = plain instanceof Collection<?> elements
                    ? elements.stream().map(this::idOfWhole).toList()
                    : idOfWhole(plain);
            return BodyReader.ids(named, context.type().idField(), source);
        }

        /** The id of a record, which must hold no parameters. */
        private Object idOfWhole(Object element) {
            Object plain = BodyReader.plain(element);
            if (plain instanceof Map<?, ?> fields && target.areFieldsKnown()) {
                refuseUnknown(fields, List.of());
            }
            return idOf(plain);
        }

        private boolean hasId(Map<?, ?> fields) {
            return fields.get(IDS) != null
                    || fields.get("id") != null
                    || target.otherIdField().map(fields::get).isPresent();
        }

        Object idOf(Object element) {
            Object plain = BodyReader.plain(element);
            if (!(plain instanceof Map<?, ?> fields)
                    || target.otherIdField().map(fields::get).isEmpty()) {
                return plain;
            }
            String other = target.otherIdField().get();
            if (fields.get("id") != null) {
                throw new InvalidInputException("A record has both id and " + other + ", so it is not one of the "
                        + context.type().plural() + "; give the id that is meant in ids. Nothing was sent");
            }
            return fields.get(other);
        }

        private void refuseSelection() {
            ParameterValues values = context.parameters();
            SELECTORS.stream().filter(values::has).findFirst().ifPresent(selector -> {
                throw selected("option " + selector.option());
            });
        }

        private void refuseSelection(Map<?, ?> fields) {
            SELECTING_PARAMETERS.stream()
                    .filter(fields::containsKey)
                    .sorted()
                    .findFirst()
                    .ifPresent(name -> {
                        throw selected(name + " in the body");
                    });
        }

        private InvalidInputException selected(String selector) {
            return new InvalidInputException("Operation " + operation + " takes explicit ids only, but " + selector
                    + " selects. Read the ids first, with operation search. Nothing was sent");
        }
    }
}
