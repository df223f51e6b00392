package io.github.camelontraport.operation.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.operation.ActionTargets;
import io.github.camelontraport.operation.Chunks;
import io.github.camelontraport.operation.KnownKeys;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.argument.ArgumentType;
import io.github.camelontraport.operation.argument.ArgumentTypes;
import io.github.camelontraport.value.BodyReader;
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
    private static final Map<String, ArgumentType> OF_THE_MESSAGE = Map.of(
            "type",
            ArgumentTypes.TASK_TYPE,
            "due_date",
            ArgumentTypes.WHOLE,
            "task_owner",
            ArgumentTypes.OWNER_OR_USER);

    private static final List<String> MESSAGE_KEYS = List.of("id", "type", "due_date", "task_owner");
    /** As seconds this is the year 5138, as milliseconds 1973: what is larger was meant as milliseconds. */
    private static final long LATEST_SECOND = 99_999_999_999L;

    private TaskActions() {}

    static CompletionStage<OperationResult> assign(OperationContext task) {
        ActionTargets chosen = ActionTargets.of(task, ASSIGN, MESSAGE);
        ObjectNode message = message(chosen.parameters().path(MESSAGE));
        return inBody(task, ASSIGN, "/task/assign", Chunks.forBody(chosen.ids()).onceOnly(), RetryRule.NEVER, ids -> {
            ObjectNode body = JsonNodeFactory.instance
                    .objectNode()
                    .put(TYPE_OF_RECORDS, task.type().id());
            return withIds(body, ids).set(MESSAGE, message);
        });
    }

    /** The task message with its id as a number; a bare id stands for a message with nothing else said. */
    private static ObjectNode message(JsonNode given) {
        Optional<Long> id = given.isMissingNode() ? Optional.empty() : BodyReader.id(given, "id", MESSAGE);
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put(
                        "id",
                        id.orElseThrow(() -> new InvalidInputException("Operation " + ASSIGN
                                + " needs message in the body: the id of a task message, or a map of its id, due_date"
                                + " (days from now), task_owner (id of a user). Nothing was sent")));
        message.put("type", "task");
        if (given instanceof ObjectNode more) {
            KnownKeys.check(more, WHERE_MESSAGE, MESSAGE_KEYS);
            OF_THE_MESSAGE.forEach((key, form) -> KnownKeys.text(more, WHERE_MESSAGE, key)
                    .ifPresent(text -> form.read(text, WHERE_MESSAGE + "." + key)));
            more.properties().stream()
                    .filter(field -> !field.getKey().equals("id"))
                    .forEach(field -> message.set(field.getKey(), field.getValue()));
        }
        return message;
    }

    /** Here the object type is that of the records which have the tasks. */
    static CompletionStage<OperationResult> complete(OperationContext task) {
        ActionTargets chosen = ActionTargets.strict(task, COMPLETE, TYPE_OF_RECORDS, "data");
        JsonNode data = chosen.parameters().path("data");
        if (!data.isMissingNode() && !data.isObject()) {
            throw new InvalidInputException("Operation " + COMPLETE + ": data must be a map, such as {\"outcome\": "
                    + "\":=success\"}. Nothing was sent");
        }
        data.fieldNames().forEachRemaining(TaskActions::checkData);
        return inBody(
                task,
                COMPLETE,
                "/task/complete",
                Chunks.forBody(chosen.ids()).onceOnly(),
                RetryRule.NEVER,
                ids -> withIds(JsonNodeFactory.instance.objectNode().put(TYPE_OF_RECORDS, 0), ids)
                        .setAll(chosen.parameters()));
    }

    private static void checkData(String key) {
        if (!key.equals(OUTCOME) && !key.startsWith(FORM_FIELD)) {
            throw new InvalidInputException("Operation " + COMPLETE + ": '" + key + "' in data is not known."
                    + Suggestions.hint(key, List.of(OUTCOME)) + " Known are " + OUTCOME
                    + ", and fields of the record, such as "
                    + FORM_FIELD + "city. Nothing was sent");
        }
    }

    /** Here it is that of the tasks themselves. Two clients send 0; the vendor's documentation says 1. */
    static CompletionStage<OperationResult> cancel(OperationContext task) {
        return inBody(
                task,
                CANCEL,
                "/task/cancel",
                Chunks.forBody(ActionTargets.of(task, CANCEL).ids()),
                RetryRule.ALWAYS,
                ids -> withIds(
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("objectID", task.type().id()),
                        ids));
    }

    static CompletionStage<OperationResult> reopen(OperationContext task) {
        return inBody(
                task,
                REOPEN,
                "/task/reopen",
                Chunks.forBody(ActionTargets.of(task, REOPEN).ids()),
                RetryRule.ALWAYS,
                ids -> withIds(JsonNodeFactory.instance.objectNode(), ids));
    }

    static CompletionStage<OperationResult> reschedule(OperationContext task) {
        ActionTargets chosen = ActionTargets.of(task, RESCHEDULE, NEW_TIME);
        long time = seconds(chosen.parameters().path(NEW_TIME));
        return inBody(
                task,
                RESCHEDULE,
                "/task/reschedule",
                Chunks.oneByOne(chosen.ids()),
                RetryRule.ALWAYS,
                ids -> JsonNodeFactory.instance
                        .objectNode()
                        .put("id", ids.get(0))
                        .put(NEW_TIME, time));
    }

    private static long seconds(JsonNode time) {
        String text = time.asText();
        if (!text.matches("[1-9]\\d{0,11}") || Long.parseLong(text) > LATEST_SECOND) {
            throw new InvalidInputException("Operation " + RESCHEDULE
                    + " needs newtime in the body, a date such as an Instant" + " or Unix seconds"
                    + (time.isMissingNode() ? "" : ", not '" + text + "'") + ". Nothing was sent");
        }
        return Long.parseLong(text);
    }

    private static ObjectNode withIds(ObjectNode body, List<Long> ids) {
        ArrayNode array = body.putArray("ids");
        ids.forEach(array::add);
        return body;
    }

    private static CompletionStage<OperationResult> inBody(
            OperationContext task,
            String operation,
            String path,
            Chunks chunks,
            RetryRule repeat,
            Function<List<Long>, JsonNode> body) {
        return chunks.inTurn(
                operation, ids -> task.call(ApiRequest.write("POST", path, RequestBody.json(body.apply(ids)), repeat))
                        .thenApply(reply -> OperationResult.acknowledged(reply.data(), null)));
    }
}
