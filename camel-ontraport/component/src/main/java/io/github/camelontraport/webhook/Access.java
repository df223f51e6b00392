package io.github.camelontraport.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.Stages;
import io.github.camelontraport.api.Usage;
import io.github.camelontraport.api.page.Rows;
import io.github.camelontraport.api.time.Timing;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.value.Metadata;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The account as webhooks need it: the API, what it says of its types, and the time. */
public record Access(OntraportClient client, Metadata metadata, Timing timing) {

    private static final String OBJECT = "/object";

    /** The time at the server, by which its log forgets; ours as long as it has told none. */
    Instant now() {
        return client.serverTime().orElseGet(timing::now);
    }

    /** The record; empty when there is none. */
    public CompletionStage<Optional<JsonNode>> record(ObjectType type, long id) {
        return client.call(ApiRequest.get(OBJECT, Map.of("objectID", Integer.toString(type.id()), "id", Long.toString(id))),
                Usage.webhook()).thenApply(reply -> Rows.one(reply, OBJECT)).exceptionally(Access::absent);
    }

    /** Nothing for a record that is not there; other failures go on. */
    static <T> Optional<T> absent(Throwable failure) {
        Throwable cause = Stages.cause(failure);
        if (cause instanceof ApiException api && api.kind() == ApiException.Kind.NOT_FOUND) {
            return Optional.empty();
        }
        throw cause instanceof RuntimeException told ? told : new CompletionException(cause);
    }
}
