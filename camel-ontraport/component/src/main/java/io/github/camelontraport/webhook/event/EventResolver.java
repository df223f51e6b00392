package io.github.camelontraport.webhook.event;

import io.github.camelontraport.webhook.WebhookApi;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finds out once which ids the names of an endpoint's options stand for. Thread-safe. */
public final class EventResolver {

    private final EventSpec wanted;
    private final WebhookApi access;
    private CompletableFuture<ResolvedEvent> found;

    public EventResolver(EventSpec wanted, WebhookApi access) {
        this.wanted = wanted;
        this.access = access;
    }

    /** Asks the account when it has to; after a failure again with the next call. */
    public synchronized CompletionStage<ResolvedEvent> watched() {
        if (found == null || found.isCompletedExceptionally()) {
            found = wanted.find(access).toCompletableFuture();
        }
        return found;
    }
}
