package io.github.camelontraport.operation.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.RetryRule;

/** Whether the server finds the same record again, so that a second upsert updates what the first one wrote. */
public final class UpsertRetryRule {

    public static final OperationRetryRule RULE =
            new OperationRetryRule("when the body has the type's merge key, unique_id or id", UpsertRetryRule::of);

    private UpsertRetryRule() {}

    private static RetryRule of(SentCall sent) {
        if (sent.type() == null) {
            return RetryRule.NEVER;
        }
        ObjectNode fields = sent.parameters();
        // An id of 0 names no record, so the server may make a new one each time.
        if (JsonFields.hasText(fields, "unique_id")
                || fields.path("id").asText().matches("[1-9]\\d*")) {
            return RetryRule.ALWAYS;
        }
        if (sent.type().mergeKey() != null) {
            return RetryRule.of(JsonFields.hasText(fields, sent.type().mergeKey()));
        }
        // Only the account knows its unique fields. They are read when a call has failed.
        return () -> sent.uniqueFields().get().thenApply(unique -> unique.stream()
                .anyMatch(field -> JsonFields.hasText(fields, field)));
    }
}
