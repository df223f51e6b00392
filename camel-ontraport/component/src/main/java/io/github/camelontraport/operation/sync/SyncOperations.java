package io.github.camelontraport.operation.sync;

import static io.github.camelontraport.operation.Parameter.TAGS;
import static io.github.camelontraport.operation.Parameter.TAG_IDS;

import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.ReplyShape;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.OperationRetryRule;
import io.github.camelontraport.operation.record.RecordDeletes;
import io.github.camelontraport.operation.record.RecordReads;
import io.github.camelontraport.operation.record.RecordWrites;
import io.github.camelontraport.operation.tag.TagCalls;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The row for syncs. */
public final class SyncOperations {

    public static final List<Operation> ROWS = List.of(new Operation(
            "sync",
            Stream.of(
                            List.of(RecordReads.GET_MANY),
                            RecordWrites.CALLS,
                            TagCalls.CALLS,
                            List.of(RecordDeletes.DELETE_MANY))
                    .<ApiCall>flatMap(List::stream)
                    .toList(),
            Optional.of(Capability.CREATE),
            Set.of(TAGS, TAG_IDS),
            ReplyShape.REPORT,
            OperationRetryRule.BY_CALL,
            false,
            (values, type) -> {},
            SyncRun::run));

    private SyncOperations() {}
}
