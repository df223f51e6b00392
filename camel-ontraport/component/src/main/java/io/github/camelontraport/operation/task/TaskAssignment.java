package io.github.camelontraport.operation.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.operation.ActionTargets;
import io.github.camelontraport.operation.BulkStep;
import io.github.camelontraport.operation.Chunks;
import io.github.camelontraport.operation.KnownKeys;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.TargetRecordFields;
import io.github.camelontraport.operation.argument.ArgumentType;
import io.github.camelontraport.operation.argument.ArgumentTypes;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.Encoding;
import io.github.camelontraport.operation.call.OperationRetryRule;
import io.github.camelontraport.operation.call.RequestGuards;
import io.github.camelontraport.value.BodyReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Assigns the task of a task message to records. */
final class TaskAssignment {

    static final String OPERATION = "assignTask";
    static final ApiCall CALL =
            ApiCall.call("POST", "/task/assign", Encoding.JSON, RequestGuards.MANY, OperationRetryRule.NEVER);

    private static final String MESSAGE = "message";
    private static final String MESSAGE_PLACE = "Operation " + OPERATION + ": message";
    /** The due date is in days or, as one client sends it, in Unix seconds. A task itself has its type as a number. */
    private static final Map<String, ArgumentType> MESSAGE_ARGUMENTS = Map.of(
            "type",
            ArgumentTypes.TASK_TYPE,
            "due_date",
            ArgumentTypes.WHOLE,
            "task_owner",
            ArgumentTypes.OWNER_OR_USER);

    private static final List<String> MESSAGE_KEYS = List.of("id", "type", "due_date", "task_owner");

    private TaskAssignment() {}

    static CompletionStage<OperationResult> run(OperationContext context) {
        ActionTargets targets = ActionTargets.of(context, OPERATION, TargetRecordFields.ANY, MESSAGE);
        ObjectNode message = message(targets.parameters().path(MESSAGE));
        return BulkStep.only(OPERATION, context, Chunks.forBody(targets.ids()), CALL, ids -> {
            ObjectNode body = JsonNodeFactory.instance
                    .objectNode()
                    .put(TaskActions.TYPE_OF_RECORDS, context.type().id());
            return Chunks.put(body, "ids", ids).set(MESSAGE, message);
        });
    }

    /** The task message with its id as a number; an id alone stands for a message without other keys. */
    private static ObjectNode message(JsonNode given) {
        Optional<Long> id = given.isMissingNode() ? Optional.empty() : BodyReader.id(given, "id", MESSAGE);
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put(
                        "id",
                        id.orElseThrow(() -> new InvalidInputException("Operation " + OPERATION
                                + " needs message in the body: the id of a task message, or a map of its id, due_date"
                                + " (days from now), task_owner (id of a user). Nothing was sent")));
        message.put("type", "task");
        if (given instanceof ObjectNode more) {
            KnownKeys.check(more, MESSAGE_PLACE, MESSAGE_KEYS);
            MESSAGE_ARGUMENTS.forEach((key, argument) -> KnownKeys.text(more, MESSAGE_PLACE, key)
                    .ifPresent(text -> argument.read(text, MESSAGE_PLACE + "." + key)));
            more.properties().stream()
                    .filter(field -> !field.getKey().equals("id"))
                    .forEach(field -> message.set(field.getKey(), field.getValue()));
        }
        return message;
    }
}
