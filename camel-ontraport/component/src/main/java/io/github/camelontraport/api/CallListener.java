package io.github.camelontraport.api;

/**
 * Receives the events of an account's calls, for meters. It is called on the threads that carry the calls, so an
 * implementation is thread-safe and does not block. What it throws is ignored. By default it does nothing.
 * <p>
 * {@code operation} is the label of the call's {@link CallContext}: the name of the producer's operation, {@code poll},
 * {@code webhook} or {@code health}. What an operation reads for itself (metadata, ids) counts
 * for it. The label is never a path, an id or a secret.
 */
public interface CallListener {

    CallListener NONE = new CallListener() {};

    /** A request is sent, retries included. */
    default void sent(String operation) {}

    /** A call failed and is sent again; HTTP 429 is not such a failure. Called before {@link #sent}. */
    default void retried(String operation) {}

    /** The server answered HTTP 429. */
    default void throttled(String operation) {}

    /** A call has its result, after all its retries. Called once for each call. */
    default void ended(String operation, boolean succeeded) {}
}
