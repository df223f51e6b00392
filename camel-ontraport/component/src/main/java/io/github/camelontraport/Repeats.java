package io.github.camelontraport;

import io.github.camelontraport.api.Stages;
import io.github.camelontraport.webhook.WebhookAnswer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;

/** Keeps what is delivered again from the route, as far as there is a repository to remember it. Thread-safe. */
final class Repeats {

    private final IdempotentRepository repository;
    /** Not in the repository yet: what a killed process had begun must not be taken for done by the next one. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /** @param repository {@code null} for none */
    Repeats(IdempotentRepository repository) {
        this.repository = repository;
    }

    /** Does the work unless it has been done, or is being done by this process; remembered after success only. */
    CompletionStage<WebhookAnswer> once(Exchange exchange, String key, Supplier<CompletionStage<WebhookAnswer>> work) {
        if (repository == null) {
            return work.get();
        }
        if (!underWay.add(key)) {
            return CompletableFuture.completedFuture(WebhookAnswer.UNDER_WAY);
        }
        return Stages.guarded(() -> repository.contains(exchange, key)
                ? CompletableFuture.completedFuture(WebhookAnswer.REPEATED)
                : work.get().thenApply(answer -> ended(exchange, key, answer)))
                .whenComplete((answer, failure) -> underWay.remove(key));
    }

    /** Another node may have done the same meanwhile and added it before. */
    private WebhookAnswer ended(Exchange exchange, String key, WebhookAnswer answer) {
        if (answer == WebhookAnswer.DONE) {
            repository.add(exchange, key);
            repository.confirm(exchange, key);
        }
        return answer;
    }
}
