package io.github.camelontraport.value.field;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The metadata of one type of one account, shared by its endpoints. It is read when it is first needed, and again at most
 * once a minute when something appears that is not in it. Thread-safe.
 */
public final class FieldMetadataCache {

    private static final long FRESH = Duration.ofMinutes(1).toNanos();
    /** Records bring a limited number of names; a fault of the server must not fill the memory. */
    private static final int MAX_NAMES = 10_000;

    private final TimeSource timing;
    private CompletableFuture<TypeMetadata> metadata;
    private long readAt;
    /** When each name that the metadata does not have was first seen in a record. */
    private final Map<String, Long> unlisted = new ConcurrentHashMap<>();

    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    public FieldMetadataCache(TimeSource timing) {
        this.timing = timing;
    }

    /** The metadata, read when there is none. */
    public CompletionStage<TypeMetadata> get(Supplier<CompletionStage<TypeMetadata>> read) {
        return waitFor(current(read), read);
    }

    private synchronized CompletableFuture<TypeMetadata> current(Supplier<CompletionStage<TypeMetadata>> read) {
        return metadata == null || metadata.isCompletedExceptionally() ? begin(read) : metadata;
    }

    /** The metadata after something was missing in {@code known}: the same when it was read within the last minute. */
    public CompletionStage<TypeMetadata> newer(TypeMetadata known, Supplier<CompletionStage<TypeMetadata>> read) {
        return waitFor(refreshed(known, read), read);
    }

    private synchronized CompletableFuture<TypeMetadata> refreshed(
            TypeMetadata known, Supplier<CompletionStage<TypeMetadata>> read) {
        boolean isSame = metadata.isDone() && !metadata.isCompletedExceptionally() && metadata.join() == known;
        if (!isSame || timing.nanoTime() - readAt < FRESH) {
            return current(read);
        }
        CompletableFuture<TypeMetadata> before = metadata;
        CompletableFuture<TypeMetadata> begun = begin(read);
        Futures.onEnd(begun, (value, failure) -> {
            if (failure != null) {
                restore(begun, before);
            }
        });
        return begun;
    }

    /** What was known goes on to serve the messages that need no more. */
    private synchronized void restore(CompletableFuture<TypeMetadata> failed, CompletableFuture<TypeMetadata> before) {
        if (metadata == failed) {
            metadata = before;
        }
    }

    private CompletableFuture<TypeMetadata> begin(Supplier<CompletionStage<TypeMetadata>> read) {
        readAt = timing.nanoTime();
        metadata = read.get().toCompletableFuture();
        return metadata;
    }

    /** Another exchange may have begun to read, and may have been cancelled; that is no failure of this one. */
    private static CompletionStage<TypeMetadata> waitFor(
            CompletableFuture<TypeMetadata> shared, Supplier<CompletionStage<TypeMetadata>> read) {
        return shared.isDone() && !shared.isCompletedExceptionally()
                ? shared
                : shared.exceptionallyCompose(failure -> isCancellation(failure) ? read.get() : shared);
    }

    private static boolean isCancellation(Throwable failure) {
        return failure instanceof CancellationException || failure.getCause() instanceof CancellationException;
    }

    /** Whether a name that a record has and the metadata lacks is a reason to read the metadata again. */
    public boolean isNews(String name) {
        Long seen = unlisted.get(name);
        if (seen == null && unlisted.size() < MAX_NAMES) {
            unlisted.putIfAbsent(name, timing.nanoTime());
            return true;
        }
        return seen != null && isReadBefore(seen);
    }

    private synchronized boolean isReadBefore(long time) {
        return readAt - time < 0;
    }

    /** Whether records have brought this name, although the metadata lacks it. */
    public boolean isUnlisted(String name) {
        return unlisted.containsKey(name);
    }

    /** Whether this is the first warning about the subject. */
    public boolean isFirstWarning(String subject) {
        return warned.size() < MAX_NAMES && warned.add(subject);
    }
}
