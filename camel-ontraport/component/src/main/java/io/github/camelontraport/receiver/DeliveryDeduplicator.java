package io.github.camelontraport.receiver;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.webhook.delivery.DeliveryResult;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;

/** Keeps repeated deliveries out of the route, when there is a repository that recognises them. Thread-safe. */
final class DeliveryDeduplicator {

    private final IdempotentRepository repository;
    /**
     * In memory, not in the repository: a delivery that was in progress when the process was killed must not count as
     * processed after a restart.
     */
    private final Set<String> inProgress = ConcurrentHashMap.newKeySet();

    /** @param repository {@code null} for none */
    DeliveryDeduplicator(IdempotentRepository repository) {
        this.repository = repository;
    }

    /**
     * Runs the processing unless the key has been processed or is in progress in this process. Only a processed delivery is
     * added to the repository.
     */
    CompletionStage<DeliveryResult> processOnce(
            Exchange exchange, String key, Supplier<CompletionStage<DeliveryResult>> processing) {
        if (repository == null) {
            return processing.get();
        }
        if (!inProgress.add(key)) {
            return CompletableFuture.completedFuture(DeliveryResult.IN_PROGRESS);
        }
        return Futures.guarded(() -> repository.contains(exchange, key)
                        ? CompletableFuture.completedFuture(DeliveryResult.DUPLICATE)
                        : processing.get().thenApply(result -> remember(exchange, key, result)))
                .whenComplete((result, failure) -> inProgress.remove(key));
    }

    /** Another node may have processed the same delivery and added its key, so the result of add is not used. */
    private DeliveryResult remember(Exchange exchange, String key, DeliveryResult result) {
        if (result == DeliveryResult.PROCESSED) {
            repository.add(exchange, key);
            repository.confirm(exchange, key);
        }
        return result;
    }
}
