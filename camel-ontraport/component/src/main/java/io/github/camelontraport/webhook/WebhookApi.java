package io.github.camelontraport.webhook;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.RetryPolicy;
import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.value.ObjectMetadataCache;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Access to the account for webhooks: the client, the metadata of object types, and the clock. Thread-safe.
 *
 * @param metadata resolves the names of custom objects
 */
public record WebhookApi(OntraportClient client, ObjectMetadataCache metadata, TimeSource timing) {

    /** Pauses before background work is tried again after a failure: 5 s, doubled up to 5 min, without jitter. */
    public static final RetryPolicy BACKOFF =
            new RetryPolicy(Integer.MAX_VALUE, Duration.ofSeconds(5), Duration.ofMinutes(5), () -> 1);

    private static final String OBJECT = "/object";

    /** The server's time, by which the delivery log expires; the local time until the server has sent one. */
    public Instant now() {
        return client.serverTime().orElseGet(timing::now);
    }

    /** Reads a record; empty when it does not exist. */
    public CompletionStage<Optional<Map<String, Object>>> readRecord(ObjectType type, long id) {
        return client.call(
                        ApiRequest.get(
                                OBJECT, Map.of("objectID", Integer.toString(type.id()), "id", Long.toString(id))),
                        CallContext.webhook())
                .thenApply(reply -> RecordParser.one(reply, OBJECT))
                .exceptionally(WebhookApi::emptyIfNotFound);
    }

    /** Empty for a failure that says the record does not exist; throws every other failure. */
    public static <T> Optional<T> emptyIfNotFound(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof ApiException api && api.kind() == ApiException.Kind.NOT_FOUND) {
            return Optional.empty();
        }
        throw cause instanceof RuntimeException unchecked ? unchecked : new CompletionException(cause);
    }
}
