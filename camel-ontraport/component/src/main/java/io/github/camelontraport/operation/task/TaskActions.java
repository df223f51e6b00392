package io.github.camelontraport.operation.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.operation.ActionTargets;
import io.github.camelontraport.operation.BulkStep;
import io.github.camelontraport.operation.Chunks;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.TargetRecordFields;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.Encoding;
import io.github.camelontraport.operation.call.OperationRetryRule;
import io.github.camelontraport.operation.call.RequestGuard;
import io.github.camelontraport.operation.call.RequestGuards;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Completes, cancels, reschedules and reopens tasks. The calls name object types under two names with two meanings. */
final class TaskActions {

    static final String COMPLETE = "completeTask";
    static final String CANCEL = "cancelTask";
    static final String RESCHEDULE = "rescheduleTask";
    static final String REOPEN = "reopenTask";

    static final ApiCall COMPLETE_CALL = call("/task/complete", RequestGuards.MANY, OperationRetryRule.NEVER);
    static final ApiCall CANCEL_CALL = call("/task/cancel", RequestGuards.MANY, OperationRetryRule.ALWAYS);
    static final ApiCall RESCHEDULE_CALL = call("/task/reschedule", RequestGuards.ONE, OperationRetryRule.ALWAYS);
    static final ApiCall REOPEN_CALL = call("/task/reopen", RequestGuards.MANY, OperationRetryRule.ALWAYS);

    /** The type of the records that have the tasks. */
    static final String TYPE_OF_RECORDS = "object_type_id";

    private static final String NEW_TIME = "newtime";
    private static final String OUTCOME = "outcome";
    private static final String FORM_FIELD = "task_form_";

    /** As seconds this is the year 5138, as milliseconds 1973: a larger number was meant as milliseconds. */
    private static final long LATEST_SECOND = 99_999_999_999L;

    private TaskActions() {}

    private static ApiCall call(String path, RequestGuard guard, OperationRetryRule retryRule) {
        return ApiCall.call("POST", path, Encoding.JSON, guard, retryRule);
    }

    static CompletionStage<OperationResult> complete(OperationContext context) {
        ActionTargets targets =
                ActionTargets.strict(context, COMPLETE, TargetRecordFields.ANY, TYPE_OF_RECORDS, "data");
        JsonNode data = targets.parameters().path("data");
        if (!data.isMissingNode() && !data.isObject()) {
            throw new InvalidInputException("Operation " + COMPLETE + ": data must be a map, such as {\"outcome\": "
                    + "\":=success\"}. Nothing was sent");
        }
        data.fieldNames().forEachRemaining(TaskActions::checkData);
        return BulkStep.only(COMPLETE, context, Chunks.forBody(targets.ids()), COMPLETE_CALL, ids -> Chunks.put(
                        newBody().put(TYPE_OF_RECORDS, 0), "ids", ids)
                .setAll(targets.parameters()));
    }

    private static void checkData(String key) {
        if (!key.equals(OUTCOME) && !key.startsWith(FORM_FIELD)) {
            throw new InvalidInputException("Operation " + COMPLETE + ": '" + key + "' in data is not known."
                    + Suggestions.hint(key, List.of(OUTCOME)) + " Known are " + OUTCOME
                    + ", and fields of the record, such as "
                    + FORM_FIELD + "city. Nothing was sent");
        }
    }

    /** The type here is that of the tasks themselves. Two clients send 0; the vendor's documentation says 1. */
    static CompletionStage<OperationResult> cancel(OperationContext context) {
        return BulkStep.only(
                CANCEL,
                context,
                Chunks.forBody(ActionTargets.of(context, CANCEL, TargetRecordFields.ANY)
                        .ids()),
                CANCEL_CALL,
                ids -> Chunks.put(context.typeParameters(), "ids", ids));
    }

    static CompletionStage<OperationResult> reopen(OperationContext context) {
        return BulkStep.only(
                REOPEN,
                context,
                Chunks.forBody(ActionTargets.of(context, REOPEN, TargetRecordFields.ANY)
                        .ids()),
                REOPEN_CALL,
                ids -> Chunks.put(newBody(), "ids", ids));
    }

    static CompletionStage<OperationResult> reschedule(OperationContext context) {
        ActionTargets targets = ActionTargets.of(context, RESCHEDULE, TargetRecordFields.ANY, NEW_TIME);
        long time = seconds(targets.parameters().path(NEW_TIME));
        return BulkStep.only(RESCHEDULE, context, Chunks.oneByOne(targets.ids()), RESCHEDULE_CALL, ids -> newBody()
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

    private static ObjectNode newBody() {
        return JsonNodeFactory.instance.objectNode();
    }
}
