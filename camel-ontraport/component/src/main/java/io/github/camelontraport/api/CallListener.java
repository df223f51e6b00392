package io.github.camelontraport.api;

/**
 * Told what becomes of the calls of an account, for meters. It is told on the threads that carry the calls, so an
 * implementation is thread-safe, does not block and does not throw. Default: nothing is done.
 * <p>
 * {@code operation} is the label of the call's {@link CallContext}: the name of the producer's operation, {@code poll},
 * {@code webhook} or {@code health}. What an operation reads for itself (metadata, ids) counts for it. Never a path, an id or a secret.
 */
public interface CallListener {

    CallListener NONE = new CallListener() {};

    /** A request goes out, repeats included. */
    default void sent(String operation) {}

    /** A call failed and is sent again; HTTP 429 is not such a failure. Told before {@link #sent}. */
    default void retried(String operation) {}

    /** The server answered HTTP 429. */
    default void throttled(String operation) {}

    /** A call has its result, all its repeats included. Told once for each call. */
    default void ended(String operation, boolean succeeded) {}
}
