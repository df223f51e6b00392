package io.github.camelontraport.receiver;

import io.github.camelontraport.api.Futures;
import io.github.camelontraport.webhook.delivery.DeliveryResult;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;

/** Keeps what is delivered again from the route, as far as there is a repository to remember it. Thread-safe. */
final class DeliveryDeduplicator {

    private final IdempotentRepository repository;
    /** Not in the repository yet: what a killed process had begun must not be taken for done by the next one. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /** @param repository {@code null} for none */
    DeliveryDeduplicator(IdempotentRepository repository) {
        this.repository = repository;
    }

    /** Does the work unless it has been done, or is being done by this process; remembered after success only. */
    CompletionStage<DeliveryResult> once(
            Exchange exchange, String key, Supplier<CompletionStage<DeliveryResult>> work) {
        if (repository == null) {
            return work.get();
        }
        if (!underWay.add(key)) {
            return CompletableFuture.completedFuture(DeliveryResult.UNDER_WAY);
        }
        return Futures.guarded(() -> repository.contains(exchange, key)
                        ? CompletableFuture.completedFuture(DeliveryResult.REPEATED)
                        : work.get().thenApply(answer -> ended(exchange, key, answer)))
                .whenComplete((answer, failure) -> underWay.remove(key));
    }

    /** Another node may have done the same meanwhile and added it before. */
    private DeliveryResult ended(Exchange exchange, String key, DeliveryResult answer) {
        if (answer == DeliveryResult.DONE) {
            repository.add(exchange, key);
            repository.confirm(exchange, key);
        }
        return answer;
    }
}
