package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.OperationRetryRule;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * One kind of call, made for all selected records.
 *
 * @param what       distinguishes it from the other steps, for error messages
 * @param chunks     the records
 * @param call       made for each chunk
 * @param parameters of the call for a chunk
 * @param reader     of each reply
 */
public record BulkStep(
        String what,
        Chunks chunks,
        ApiCall call,
        Function<List<Long>, ObjectNode> parameters,
        Function<ApiReply, OperationResult> reader) {

    /** A step whose reply holds nothing but the acknowledgement. */
    public BulkStep(String what, Chunks chunks, ApiCall call, Function<List<Long>, ObjectNode> parameters) {
        this(what, chunks, call, parameters, reply -> OperationResult.acknowledged(reply.data(), null));
    }

    /** The only step of an operation. */
    public static CompletionStage<OperationResult> only(
            String operation,
            OperationContext context,
            Chunks chunks,
            ApiCall call,
            Function<List<Long>, ObjectNode> parameters) {
        return new BulkStep("", chunks, call, parameters).run(operation, context);
    }

    /** Makes the call for each chunk in turn. */
    public CompletionStage<OperationResult> run(String operation, OperationContext context) {
        Chunks ofCall = call.retryRule().equals(OperationRetryRule.NEVER) ? chunks.onceOnly() : chunks;
        return ofCall.inTurn(operation, chunk -> context.send(call, parameters.apply(chunk), reader));
    }

    /** Makes one step after the other. With several steps, a failure names those that were acknowledged before it. */
    public static CompletionStage<OperationResult> inTurn(
            String operation, OperationContext context, int records, List<BulkStep> steps) {
        CompletionStage<OperationResult> last = CompletableFuture.completedFuture(OperationResult.nothingToDo());
        String done = "";
        for (BulkStep step : steps) {
            String what = steps.size() == 1 ? operation : operation + " with " + step.what();
            String before = done;
            last = last.thenCompose(unused -> step.run(what, context)
                    .exceptionallyCompose(failure -> CompletableFuture.failedFuture(Chunks.after(before, failure))));
            done += what + " was acknowledged for all " + records + " ids, then: ";
        }
        return last;
    }
}
