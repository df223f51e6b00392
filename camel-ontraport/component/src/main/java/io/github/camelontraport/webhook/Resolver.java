package io.github.camelontraport.webhook;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finds out once which ids the names of an endpoint's options stand for. Thread-safe. */
public final class Resolver {

    private final Wanted wanted;
    private final Access access;
    private CompletableFuture<Watched> found;

    public Resolver(Wanted wanted, Access access) {
        this.wanted = wanted;
        this.access = access;
    }

    /** Asks the account when it has to; after a failure again with the next call. */
    public synchronized CompletionStage<Watched> watched() {
        if (found == null || found.isCompletedExceptionally()) {
            found = wanted.find(access).toCompletableFuture();
        }
        return found;
    }
}
