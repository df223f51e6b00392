package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Nearest;
import io.github.camelontraport.api.RepeatRule;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.operation.form.Form;
import io.github.camelontraport.operation.form.Forms;
import io.github.camelontraport.value.Bodies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What is done with tasks. The calls name the object type under two names and with two meanings. */
final class TaskActions {

    static final String ASSIGN = "assignTask";
    static final String COMPLETE = "completeTask";
    static final String CANCEL = "cancelTask";
    static final String RESCHEDULE = "rescheduleTask";
    static final String REOPEN = "reopenTask";

    private static final String TYPE_OF_RECORDS = "object_type_id";
    private static final String MESSAGE = "message";
    private static final String NEW_TIME = "newtime";
    private static final String OUTCOME = "outcome";
    private static final String FORM_FIELD = "task_form_";

    private static final String WHERE_MESSAGE = "Operation " + ASSIGN + ": message";
    /** Days or, as one client sends it, Unix seconds; a task itself has its type as a number. */
    private static final Map<String, Form> OF_THE_MESSAGE =
            Map.of("type", Forms.TASK_TYPE, "due_date", Forms.WHOLE, "task_owner", Forms.OWNER_OR_USER);
    private static final List<String> MESSAGE_KEYS = List.of("id", "type", "due_date", "task_owner");
    /** As seconds this is the year 5138, as milliseconds 1973: what is larger was meant as milliseconds. */
    private static final long LATEST_SECOND = 99_999_999_999L;

    private TaskActions() {
    }

    static CompletionStage<Outcome> assign(Task task) {
        ExplicitIds chosen = ExplicitIds.of(task, ASSIGN, MESSAGE);
        ObjectNode message = message(chosen.parameters().path(MESSAGE));
        return inBody(task, ASSIGN, "/task/assign", Chunks.forBody(chosen.ids()).onceOnly(), RepeatRule.NEVER, ids -> {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put(TYPE_OF_RECORDS, task.type().id());
            return withIds(body, ids).set(MESSAGE, message);
        });
    }

    /** The task message with its id as a number; a bare id stands for a message with nothing else said. */
    private static ObjectNode message(JsonNode given) {
        Optional<Long> id = given.isMissingNode() ? Optional.empty() : Bodies.id(given, "id", MESSAGE);
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("id", id.orElseThrow(() -> new InvalidInputException(
                "Operation " + ASSIGN + " needs message in the body: the id of a task message, or a map of its id, due_date"
                        + " (days from now), task_owner (id of a user). Nothing was sent")));
        message.put("type", "task");
        if (given instanceof ObjectNode more) {
            Keys.check(more, WHERE_MESSAGE, MESSAGE_KEYS);
            OF_THE_MESSAGE.forEach((key, form) -> Keys.text(more, WHERE_MESSAGE, key)
                    .ifPresent(text -> form.read(text, WHERE_MESSAGE + "." + key)));
            more.properties().stream().filter(field -> !field.getKey().equals("id"))
                    .forEach(field -> message.set(field.getKey(), field.getValue()));
        }
        return message;
    }

    /** Here the object type is that of the records which have the tasks. */
    static CompletionStage<Outcome> complete(Task task) {
        ExplicitIds chosen = ExplicitIds.strict(task, COMPLETE, TYPE_OF_RECORDS, "data");
        JsonNode data = chosen.parameters().path("data");
        if (!data.isMissingNode() && !data.isObject()) {
            throw new InvalidInputException("Operation " + COMPLETE + ": data must be a map, such as {\"outcome\": "
                    + "\":=success\"}. Nothing was sent");
        }
        data.fieldNames().forEachRemaining(TaskActions::checkData);
        return inBody(task, COMPLETE, "/task/complete", Chunks.forBody(chosen.ids()).onceOnly(), RepeatRule.NEVER,
                ids -> withIds(JsonNodeFactory.instance.objectNode().put(TYPE_OF_RECORDS, 0), ids)
                        .setAll(chosen.parameters()));
    }

    private static void checkData(String key) {
        if (!key.equals(OUTCOME) && !key.startsWith(FORM_FIELD)) {
            throw new InvalidInputException("Operation " + COMPLETE + ": '" + key + "' in data is not known."
                    + Nearest.hint(key, List.of(OUTCOME)) + " Known are " + OUTCOME + ", and fields of the record, such as "
                    + FORM_FIELD + "city. Nothing was sent");
        }
    }

    /** Here it is that of the tasks themselves. Two clients send 0; the vendor's documentation says 1. */
    static CompletionStage<Outcome> cancel(Task task) {
        return inBody(task, CANCEL, "/task/cancel", Chunks.forBody(ExplicitIds.of(task, CANCEL).ids()), RepeatRule.ALWAYS,
                ids -> withIds(JsonNodeFactory.instance.objectNode().put("objectID", task.type().id()), ids));
    }

    static CompletionStage<Outcome> reopen(Task task) {
        return inBody(task, REOPEN, "/task/reopen", Chunks.forBody(ExplicitIds.of(task, REOPEN).ids()), RepeatRule.ALWAYS,
                ids -> withIds(JsonNodeFactory.instance.objectNode(), ids));
    }

    static CompletionStage<Outcome> reschedule(Task task) {
        ExplicitIds chosen = ExplicitIds.of(task, RESCHEDULE, NEW_TIME);
        long time = seconds(chosen.parameters().path(NEW_TIME));
        return inBody(task, RESCHEDULE, "/task/reschedule", Chunks.oneByOne(chosen.ids()), RepeatRule.ALWAYS,
                ids -> JsonNodeFactory.instance.objectNode().put("id", ids.get(0)).put(NEW_TIME, time));
    }

    private static long seconds(JsonNode time) {
        String text = time.asText();
        if (!text.matches("[1-9]\\d{0,11}") || Long.parseLong(text) > LATEST_SECOND) {
            throw new InvalidInputException("Operation " + RESCHEDULE + " needs newtime in the body, a date such as an Instant"
                    + " or Unix seconds" + (time.isMissingNode() ? "" : ", not '" + text + "'") + ". Nothing was sent");
        }
        return Long.parseLong(text);
    }

    private static ObjectNode withIds(ObjectNode body, List<Long> ids) {
        ArrayNode array = body.putArray("ids");
        ids.forEach(array::add);
        return body;
    }

    private static CompletionStage<Outcome> inBody(Task task, String operation, String path, Chunks chunks,
                                                   RepeatRule repeat, Function<List<Long>, JsonNode> body) {
        return chunks.inTurn(operation, ids -> task.call(
                ApiRequest.write("POST", path, RequestBody.json(body.apply(ids)), repeat))
                .thenApply(reply -> Outcome.acknowledged(reply.data(), null)));
    }
}
