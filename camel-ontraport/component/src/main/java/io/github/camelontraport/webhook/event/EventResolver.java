package io.github.camelontraport.webhook.event;

import io.github.camelontraport.webhook.WebhookApi;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Resolves the names in an endpoint's options to ids, and caches the result. Thread-safe. */
public final class EventResolver {

    private final EventSpec spec;
    private final WebhookApi api;
    private CompletableFuture<ResolvedEvent> resolved;

    public EventResolver(EventSpec spec, WebhookApi api) {
        this.spec = spec;
        this.api = api;
    }

    /** Calls the API only when a name has to be looked up. A failure is not cached; the next call tries again. */
    public synchronized CompletionStage<ResolvedEvent> resolve() {
        if (resolved == null || resolved.isCompletedExceptionally()) {
            resolved = spec.resolve(api).toCompletableFuture();
        }
        return resolved;
    }
}
