package io.github.camelontraport.operation.tag;

import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.call.ApiCall;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Tags and untags records that other operations name. */
public final class TagCalls {

    /** All that are made. */
    public static final List<ApiCall> CALLS =
            List.of(Tagging.ADD.byName(), Tagging.ADD.byId(), Tagging.REMOVE.byName(), Tagging.REMOVE.byId());

    private TagCalls() {}

    /** Puts all of the tags on all of the records. */
    public static CompletionStage<OperationResult> tag(
            OperationContext context, List<String> names, List<Long> tagIds, List<Long> records) {
        return Tagging.ADD.inTurn(context, names, tagIds, records);
    }

    /** Takes all of the tags off all of the records. */
    public static CompletionStage<OperationResult> untag(
            OperationContext context, List<String> names, List<Long> tagIds, List<Long> records) {
        return Tagging.REMOVE.inTurn(context, names, tagIds, records);
    }
}
