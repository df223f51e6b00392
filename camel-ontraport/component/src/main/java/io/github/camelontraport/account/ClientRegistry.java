package io.github.camelontraport.account;

import io.github.camelontraport.api.ApiException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/**
 * The clients of a component. What they share is made when the first of them is opened, and ends with the component's
 * stop. Thread-safe.
 */
public final class ClientRegistry implements AutoCloseable {

    private final ClientOwner owner;
    private final ClientEnvironment environment;
    private OpenClients open;
    private boolean stopped;

    public ClientRegistry(ClientOwner owner, ClientEnvironment environment) {
        this.owner = owner;
        this.environment = environment;
    }

    /** Lets clients be opened again after a stop. */
    public synchronized void start() {
        stopped = false;
    }

    public synchronized AccountConnection open(AccountSettings settings) {
        if (stopped) {
            throw ApiException.details(ApiException.Kind.CONNECTION, "The ontraport component is stopped")
                    .build();
        }
        if (open == null) {
            open = new OpenClients(owner, environment);
        }
        return open.client(settings);
    }

    /** Runs what leads back into a route on a thread of Camel's; without one, on the calling thread. */
    public void dispatch(Runnable task) {
        OpenClients now = current();
        try {
            if (now != null) {
                now.callbacks().execute(task);
                return;
            }
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            // Stopped, or no thread to be had: the exchange must be completed all the same.
        }
        task.run();
    }

    /** Sends the requests that wait to be joined with others, and from now on each at once. */
    CompletableFuture<Void> drain() {
        OpenClients now = current();
        return now == null ? CompletableFuture.completedFuture(null) : now.drain();
    }

    /** Sends the requests that wait to be joined with others; later ones wait again. */
    void flush() {
        for (AccountContext account : accounts()) {
            CompletableFuture<Void> unused = account.batcher().flush();
        }
    }

    /** The accounts that have been used since the start, in the order of their first use. */
    public synchronized List<AccountContext> accounts() {
        return open == null ? List.of() : open.accounts();
    }

    private synchronized OpenClients current() {
        return open;
    }

    @Override
    public void close() {
        OpenClients closing;
        synchronized (this) {
            stopped = true;
            closing = open;
        }
        if (closing != null) {
            // Outside the lock, as exchanges that are completed now go on in their routes; and the field is cleared
            // last,
            // so that they do so on the threads of these clients.
            closing.close();
        }
        synchronized (this) {
            open = null;
        }
    }
}
