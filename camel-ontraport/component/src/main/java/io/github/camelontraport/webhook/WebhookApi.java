package io.github.camelontraport.webhook;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.Futures;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.value.ObjectMetadataCache;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The account as webhooks need it: the API, what it says of its types, and the time. */
public record WebhookApi(OntraportClient client, ObjectMetadataCache metadata, TimeSource timing) {

    private static final String OBJECT = "/object";

    /** The time at the server, by which its log forgets; ours as long as it has told none. */
    public Instant now() {
        return client.serverTime().orElseGet(timing::now);
    }

    /** The record; empty when there is none. */
    public CompletionStage<Optional<Map<String, Object>>> record(ObjectType type, long id) {
        return client.call(
                        ApiRequest.get(
                                OBJECT, Map.of("objectID", Integer.toString(type.id()), "id", Long.toString(id))),
                        CallContext.webhook())
                .thenApply(reply -> RecordParser.one(reply, OBJECT))
                .exceptionally(WebhookApi::absent);
    }

    /** Nothing for a record that is not there; other failures go on. */
    public static <T> Optional<T> absent(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof ApiException api && api.kind() == ApiException.Kind.NOT_FOUND) {
            return Optional.empty();
        }
        throw cause instanceof RuntimeException told ? told : new CompletionException(cause);
    }
}
