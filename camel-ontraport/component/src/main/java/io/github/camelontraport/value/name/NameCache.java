package io.github.camelontraport.value.name;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.cache.CachedValue;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.PageReader;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.time.TimeSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The names of one kind, read when they are first needed. Thread-safe. */
final class NameCache {

    private final NamedKind kind;
    private final CachedValue<NameIndex> index;

    NameCache(NamedKind kind, TimeSource timing) {
        this.kind = kind;
        this.index = new CachedValue<>(timing);
    }

    CompletionStage<List<Long>> ids(NameLookup lookup, OntraportClient client, CallContext usage) {
        return index.get(() -> read(client, usage))
                .thenCompose(first -> first.resolves(lookup)
                        ? CompletableFuture.completedFuture(first.ids(lookup))
                        : index.newer(first, () -> read(client, usage)).thenApply(again -> again.ids(lookup)));
    }

    private CompletionStage<NameIndex> read(OntraportClient client, CallContext usage) {
        PageRequest request = new PageRequest(
                client,
                usage,
                kind.type(),
                kind.type().collectionPath(),
                Map.of("listFields", kind.listFields()),
                null,
                PageRequest.MAX_PAGE_SIZE,
                0);
        return PageReader.collect(new KeysetPages(request, false))
                .thenApply(rows -> new NameIndex(kind, rows))
                .exceptionally(failure -> {
                    Throwable cause = Futures.cause(failure);
                    throw cause instanceof ApiException refused
                            ? refused.withPrefix("The names of " + kind.words() + " could not be read: ")
                            : new CompletionException(cause);
                });
    }
}
