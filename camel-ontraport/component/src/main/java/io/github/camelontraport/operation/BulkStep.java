package io.github.camelontraport.operation;

import io.github.camelontraport.api.ApiRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * One kind of call, made for all records; acknowledged only.
 *
 * @param what    what tells it from other passes, to say how far an operation got
 * @param chunks  the records
 * @param request the call for a chunk of them
 */
public record BulkStep(String what, Chunks chunks, Function<List<Long>, ApiRequest> request) {

    /** One pass after the other; a failure tells which passes were done before it, if there is more than one. */
    public static CompletionStage<OperationResult> inTurn(
            String operation, OperationContext task, int records, List<BulkStep> passes) {
        CompletionStage<OperationResult> sofar = CompletableFuture.completedFuture(OperationResult.nothingToDo());
        String done = "";
        for (BulkStep pass : passes) {
            String what = passes.size() == 1 ? operation : operation + " with " + pass.what();
            String before = done;
            sofar = sofar.thenCompose(unused -> pass.chunks()
                    .inTurn(what, chunk -> task.call(pass.request().apply(chunk))
                            .thenApply(reply -> OperationResult.acknowledged(reply.data(), null)))
                    .exceptionallyCompose(failure -> CompletableFuture.failedFuture(Chunks.after(before, failure))));
            done += what + " was acknowledged for all " + records + " ids, then: ";
        }
        return sofar;
    }
}
