package io.github.camelontraport.operation;

import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.RepeatRule;
import io.github.camelontraport.api.RequestBody;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Deletes one record or many. */
final class Deletes {

    static final String ALL = "deleteAll";

    private Deletes() {
    }

    static CompletionStage<Outcome> one(Task task) {
        long id = task.oneId("delete");
        Map<String, String> query = Selection.ofType(task);
        query.put("id", Long.toString(id));
        return task.call(new ApiRequest("DELETE", "/object", query, Map.of(), RequestBody.NONE, RepeatRule.UNTIL_GONE))
                .thenApply(reply -> Outcome.acknowledged(reply.data(), Long.toString(id)));
    }

    static CompletionStage<Outcome> many(Task task) {
        if (task.inputs().fixed().allowAll() && ManyRecords.noSelection(task)) {
            ManyRecords.refuseBounds(task);
            return delete(task, Selection.ofType(task));
        }
        return ManyRecords.ids(task).thenCompose(ids -> each(task, ids));
    }

    private static CompletionStage<Outcome> each(Task task, List<Long> ids) {
        return Chunks.forQuery(ids).inTurn(ALL, chunk -> {
            Map<String, String> query = Selection.ofType(task);
            query.put("ids", Chunks.text(chunk));
            return delete(task, query);
        });
    }

    private static CompletionStage<Outcome> delete(Task task, Map<String, String> query) {
        return task.call(ApiRequest.delete("/objects", query))
                .thenApply(reply -> Outcome.acknowledged(reply.data(), null));
    }
}
