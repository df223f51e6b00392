package io.github.camelontraport;

import io.github.camelontraport.api.Stages;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;

/** Keeps what is delivered again from the route, as far as there is a repository to remember it. Thread-safe. */
final class Repeats {

    private final IdempotentRepository repository;
    /** What the repository holds already but has not been confirmed. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /** @param repository {@code null} for none */
    Repeats(IdempotentRepository repository) {
        this.repository = repository;
    }

    /** Does the work unless it has been done, or is being done; confirmed after success only, forgotten after a failure. */
    CompletionStage<WebhookAnswer> once(Exchange exchange, String key, Supplier<CompletionStage<WebhookAnswer>> work) {
        if (repository == null) {
            return work.get();
        }
        if (!underWay.add(key)) {
            return CompletableFuture.completedFuture(WebhookAnswer.UNDER_WAY);
        }
        boolean isNew = false;
        try {
            isNew = repository.add(exchange, key);
        } finally {
            if (!isNew) {
                underWay.remove(key);
            }
        }
        return isNew ? Stages.guarded(work).handle((answer, failure) -> ended(exchange, key, answer, failure))
                : CompletableFuture.completedFuture(WebhookAnswer.REPEATED);
    }

    private WebhookAnswer ended(Exchange exchange, String key, WebhookAnswer answer, Throwable failure) {
        try {
            if (answer == WebhookAnswer.DONE) {
                repository.confirm(exchange, key);
            } else {
                repository.remove(exchange, key);
            }
        } finally {
            underWay.remove(key);
        }
        if (failure != null) {
            throw new CompletionException(Stages.cause(failure));
        }
        return answer;
    }
}
