package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.async.AsyncLoop;
import io.github.camelontraport.api.async.Futures;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Looks up the rows of a batch that the ledger does not know. For one batch at a time. */
final class UnknownRows {

    private final RunParts parts;
    private final KeyLookup lookup;
    private final BiConsumer<WorkRow, RuntimeException> refused;

    /** @param refused gets the rows that cannot be looked up */
    UnknownRows(RunParts parts, KeyLookup lookup, BiConsumer<WorkRow, RuntimeException> refused) {
        this.parts = parts;
        this.lookup = lookup;
        this.refused = refused;
    }

    /** The records that were found, by key. Rows that cannot be looked up are refused, and leave the batch. */
    CompletionStage<Map<String, Map<String, Object>>> lookUp(Map<String, WorkRow> batch) {
        Map<String, WorkRow> unknown = new LinkedHashMap<>();
        batch.values().stream()
                .filter(WorkRow::isUnknown)
                .forEach(work -> unknown.put(work.row().sent(), work));
        Set<String> fields = unknown.values().stream()
                .flatMap(work -> work.row().fields().propertyStream().map(Map.Entry::getKey))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Map<String, Object>> found = new ConcurrentHashMap<>();
        Iterator<List<String>> groups = KeyLookup.groups(unknown.keySet()).iterator();
        return AsyncLoop.run(groups::hasNext, () -> {
                    List<String> group = groups.next();
                    return lookup.find(group, fields)
                            .handleAsync(
                                    (records, failure) -> {
                                        if (failure == null) {
                                            found.putAll(records);
                                        } else {
                                            group.forEach(key -> refuse(unknown.get(key), batch, failure));
                                        }
                                        return null;
                                    },
                                    parts.input().host()::execute);
                })
                .thenApply(unused -> found);
    }

    private void refuse(WorkRow work, Map<String, WorkRow> batch, Throwable failure) {
        RuntimeException reason = RowFailures.ofRow(failure, parts.context().client())
                .orElseThrow(() -> new CompletionException(Futures.cause(failure)));
        batch.remove(work.row().key());
        refused.accept(work, reason);
    }
}
