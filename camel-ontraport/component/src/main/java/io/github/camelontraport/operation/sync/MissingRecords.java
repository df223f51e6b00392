package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.async.AsyncLoop;
import io.github.camelontraport.operation.Chunks;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.record.RecordDeletes;
import io.github.camelontraport.operation.tag.TagCalls;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Removes what was there in the last complete run of a refresh and is not in this one. */
final class MissingRecords {

    private static final long ALWAYS_REMOVED = 1_000;
    private static final long SHARE = 10;

    private final OperationContext context;
    private final SyncInput input;
    private final RunLedger ledger;
    private final SyncProgress progress;

    MissingRecords(OperationContext context, SyncInput input, RunLedger ledger, SyncProgress progress) {
        this.context = context;
        this.input = input;
        this.ledger = ledger;
        this.progress = progress;
    }

    /** @param seen the records that the rows of this run are of */
    CompletionStage<Void> remove(IdBitmap seen) {
        if (input.settings().onMissing() == OnMissing.keep) {
            return CompletableFuture.completedFuture(null);
        }
        IdBitmap missing = ledger.known().without(seen, ledger.gone());
        check(missing.size());
        boolean delete = input.settings().onMissing() == OnMissing.delete;
        Iterator<List<Long>> chunks =
                missing.chunks(delete ? Chunks.QUERY_IDS : Chunks.BODY_IDS).iterator();
        return AsyncLoop.run(chunks::hasNext, () -> {
            List<Long> ids = chunks.next();
            if (input.settings().dryRun()) {
                progress.add(SyncCount.REMOVED, ids.size());
                return CompletableFuture.completedFuture(null);
            }
            return (delete ? RecordDeletes.many(context, ids) : untag(ids))
                    .thenAcceptAsync(unused -> removed(ids, delete), input.host()::execute);
        });
    }

    private CompletionStage<?> untag(List<Long> ids) {
        return TagCalls.untag(
                context,
                context.parameters().list(Parameter.TAGS),
                context.parameters().ids(Parameter.TAG_IDS),
                ids);
    }

    private void removed(List<Long> ids, boolean delete) {
        ledger.tagged().removeAll(ids);
        ledger.saveTagged();
        if (delete) {
            ledger.gone().addAll(ids);
            ledger.saveGone();
        }
        ledger.commit();
        progress.add(SyncCount.REMOVED, ids.size());
    }

    private void check(long missing) {
        long known = ledger.known().size();
        long most = input.settings().maxDeleted().orElse(Math.max(ALWAYS_REMOVED, known / SHARE));
        if (missing > most) {
            throw new InvalidInputException(missing + " of " + known + " "
                    + context.type().plural() + " of the last complete run are missing in this one, more than option"
                    + " maxDeleted allows (" + most
                    + (input.settings().maxDeleted().isPresent()
                            ? ""
                            : ", the default: the larger of " + ALWAYS_REMOVED + " and " + SHARE + " %")
                    + "). None of them was changed. If they are to go, set maxDeleted to " + missing + " or more");
        }
    }
}
