package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.async.AsyncLoop;
import io.github.camelontraport.operation.Chunks;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.tag.TagCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Puts the tags on accepted records, a thousand with a call. For one thread at a time. */
final class TagQueue {

    /** The set of tagged records is written as a whole, so not after every call. */
    private static final int CALLS_TO_SAVE = 10;

    private final OperationContext context;
    private final RunLedger ledger;
    private final SyncProgress progress;
    private final boolean dryRun;
    private final List<String> names;
    private final List<Long> tagIds;
    private final IdBitmap queued = IdBitmap.empty();
    private final List<Long> waiting = new ArrayList<>();
    private int unsaved;

    TagQueue(OperationContext context, RunLedger ledger, SyncProgress progress, boolean dryRun) {
        this.context = context;
        this.ledger = ledger;
        this.progress = progress;
        this.dryRun = dryRun;
        this.names = context.parameters().list(Parameter.TAGS);
        this.tagIds = context.parameters().ids(Parameter.TAG_IDS);
    }

    /** A text that is equal for equal tags. */
    static String marker(OperationContext context) {
        return context.parameters().list(Parameter.TAGS) + " "
                + context.parameters().ids(Parameter.TAG_IDS);
    }

    boolean isUsed() {
        return !names.isEmpty() || !tagIds.isEmpty();
    }

    void add(long id) {
        if (isUsed() && !ledger.tagged().contains(id) && queued.add(id)) {
            waiting.add(id);
        }
    }

    /** Tags as many as fill a call. */
    CompletionStage<Void> sendFull(SyncHost host) {
        return send(Chunks.BODY_IDS, host);
    }

    /** Tags all that wait. */
    CompletionStage<Void> sendAll(SyncHost host) {
        return send(1, host);
    }

    private CompletionStage<Void> send(int least, SyncHost host) {
        return AsyncLoop.run(() -> waiting.size() >= least, () -> {
            List<Long> ids = List.copyOf(waiting.subList(0, Math.min(Chunks.BODY_IDS, waiting.size())));
            if (dryRun) {
                return done(ids);
            }
            return TagCalls.tag(context, names, tagIds, ids).thenComposeAsync(unused -> done(ids), host::execute);
        });
    }

    private CompletionStage<Void> done(List<Long> ids) {
        waiting.subList(0, ids.size()).clear();
        ledger.tagged().addAll(ids);
        progress.add(SyncCount.TAGGED, ids.size());
        unsaved++;
        if (unsaved >= CALLS_TO_SAVE) {
            save();
        }
        return CompletableFuture.completedFuture(null);
    }

    /** Remembers which records have the tags. */
    void save() {
        if (unsaved > 0) {
            ledger.saveTagged();
            ledger.commit();
            unsaved = 0;
        }
    }
}
