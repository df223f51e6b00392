package io.github.camelontraport.operation.record;

import io.github.camelontraport.operation.BulkStep;
import io.github.camelontraport.operation.Chunks;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.RecordSelection;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.OperationRetryRule;
import io.github.camelontraport.operation.call.RequestGuards;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Deletes one record or many. */
public final class RecordDeletes {

    static final String ALL = "deleteAll";

    static final ApiCall DELETE_ONE = ApiCall.delete("/object", RequestGuards.ONE, OperationRetryRule.UNTIL_GONE);
    public static final ApiCall DELETE_MANY =
            ApiCall.delete("/objects", RequestGuards.MANY_OR_ALL, OperationRetryRule.ALWAYS);

    private RecordDeletes() {}

    static CompletionStage<OperationResult> one(OperationContext context) {
        long id = context.oneId("delete");
        return context.send(
                DELETE_ONE,
                context.typeParameters().put("id", id),
                reply -> OperationResult.acknowledged(reply.data(), Long.toString(id)));
    }

    static CompletionStage<OperationResult> many(OperationContext context) {
        if (context.parameters().fixed().allowAll() && RecordSelection.isMissing(context.parameters())) {
            return context.send(
                    DELETE_MANY, context.typeParameters(), reply -> OperationResult.acknowledged(reply.data(), null));
        }
        return RecordSelection.ids(context).thenCompose(ids -> many(context, ids));
    }

    /** Deletes the records with these ids. */
    public static CompletionStage<OperationResult> many(OperationContext context, List<Long> ids) {
        return BulkStep.only(
                ALL,
                context,
                Chunks.forQuery(ids),
                DELETE_MANY,
                chunk -> Chunks.put(context.typeParameters(), "ids", chunk));
    }
}
