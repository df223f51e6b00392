package io.github.camelontraport.operation.record;

import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.operation.Chunks;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.RecordSelection;
import io.github.camelontraport.operation.Selection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Deletes one record or many. */
public final class Deletes {

    public static final String ALL = "deleteAll";

    private Deletes() {}

    static CompletionStage<OperationResult> one(OperationContext task) {
        long id = task.oneId("delete");
        Map<String, String> query = Selection.ofType(task);
        query.put("id", Long.toString(id));
        return task.call(new ApiRequest("DELETE", "/object", query, Map.of(), RequestBody.NONE, RetryRule.UNTIL_GONE))
                .thenApply(reply -> OperationResult.acknowledged(reply.data(), Long.toString(id)));
    }

    static CompletionStage<OperationResult> many(OperationContext task) {
        if (task.inputs().fixed().allowAll() && RecordSelection.noSelection(task)) {
            RecordSelection.refuseBounds(task);
            return delete(task, Selection.ofType(task));
        }
        return RecordSelection.ids(task).thenCompose(ids -> each(task, ids));
    }

    private static CompletionStage<OperationResult> each(OperationContext task, List<Long> ids) {
        return Chunks.forQuery(ids).inTurn(ALL, chunk -> {
            Map<String, String> query = Selection.ofType(task);
            query.put("ids", Chunks.text(chunk));
            return delete(task, query);
        });
    }

    private static CompletionStage<OperationResult> delete(OperationContext task, Map<String, String> query) {
        return task.call(ApiRequest.delete("/objects", query))
                .thenApply(reply -> OperationResult.acknowledged(reply.data(), null));
    }
}
