package io.github.camelontraport.value.mapper;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.value.field.FieldMetadataCache;
import io.github.camelontraport.value.field.TypeMetadata;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The metadata of a type for one exchange or consumer: shared with others, read by this one's requests.
 *
 * @param read     reads the metadata from the account
 * @param executor runs what may call code of the application, which must not hold a thread of the HTTP client
 */
record MetadataSource(FieldMetadataCache cache, Supplier<CompletionStage<TypeMetadata>> read, Executor executor) {

    CompletionStage<TypeMetadata> get() {
        return cache.metadata().get(read);
    }

    /** The metadata for a reply to what was done: it must not fail for want of metadata that an hour ago was good. */
    CompletionStage<TypeMetadata> getForReply() {
        Optional<TypeMetadata> latest = cache.metadata().latest();
        return latest.isPresent() ? CompletableFuture.completedFuture(latest.get()) : get();
    }

    /** The metadata after something was missing in {@code known}; {@code known} itself when it cannot be read. */
    CompletionStage<TypeMetadata> newerOrSame(TypeMetadata known) {
        return cache.metadata().newer(known, read).exceptionally(failure -> known);
    }

    /** The metadata, read again when it is older; {@code known} itself when it cannot be read. */
    CompletionStage<TypeMetadata> notOlderThan(Duration age, TypeMetadata known) {
        return cache.metadata().isOlderThan(age) ? newerOrSame(known) : CompletableFuture.completedFuture(known);
    }

    /**
     * Uses the metadata, and once more newer metadata when a name is unknown to it.
     *
     * @return fails with {@code InvalidInputException} when the name stays unknown
     */
    <T> CompletionStage<T> use(BiFunction<TypeMetadata, UnlistedColumns, T> use) {
        return Futures.continuedOn(executor, get()).thenCompose(metadata -> {
            try {
                return CompletableFuture.completedFuture(use.apply(metadata, new UnlistedColumns(cache, false)));
            } catch (UnknownNameException e) {
                return Futures.continuedOn(executor, cache.metadata().newer(metadata, read))
                        .thenApply(newer -> use.apply(newer, new UnlistedColumns(cache, true)));
            }
        });
    }
}
