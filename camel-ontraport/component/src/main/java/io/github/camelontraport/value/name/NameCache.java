package io.github.camelontraport.value.name;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.PageReader;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The names of one kind, read when they are first needed. Thread-safe. */
final class NameCache {

    /** A name that is not known is looked for again at most this often. */
    private static final long FRESH = Duration.ofMinutes(1).toNanos();
    /** How long the meaning of a name is taken for granted: it may be given to another record. */
    private static final long TRUSTED = Duration.ofHours(1).toNanos();

    private final NamedKind kind;
    private final TimeSource timing;
    private CompletableFuture<NameIndex> index;
    private long readAt;

    NameCache(NamedKind kind, TimeSource timing) {
        this.kind = kind;
        this.timing = timing;
    }

    CompletionStage<List<Long>> ids(NameLookup lookup, OntraportClient client, CallContext usage) {
        return index(TRUSTED, client, usage)
                .thenCompose(first -> first.resolves(lookup)
                        ? CompletableFuture.completedFuture(first.ids(lookup))
                        : index(FRESH, client, usage).thenApply(again -> again.ids(lookup)));
    }

    /** @param longest how old the names may be */
    private synchronized CompletableFuture<NameIndex> index(long longest, OntraportClient client, CallContext usage) {
        if (index == null || index.isCompletedExceptionally() || timing.nanoTime() - readAt >= longest) {
            readAt = timing.nanoTime();
            index = read(client, usage).toCompletableFuture();
        }
        return index;
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
