package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.api.type.ObjectType;

/** Whether the server finds the same record again, so that upserting twice is upserting once. */
public final class UpsertRetryRule {

    private UpsertRetryRule() {}

    public static RetryRule rule(ObjectType type, ObjectNode fields, OperationContext task) {
        // An id of 0 names no record, so the server may well make a new one each time.
        if (has(fields, "unique_id") || fields.path("id").asText().matches("[1-9]\\d*")) {
            return RetryRule.ALWAYS;
        }
        if (type.mergeKey() != null) {
            return RetryRule.of(has(fields, type.mergeKey()));
        }
        // Only the account knows its unique fields; asked when it matters.
        return () -> task.metadata()
                .uniqueFields(type, task.client(), task.usage())
                .thenApply(unique -> unique.stream().anyMatch(field -> has(fields, field)));
    }

    public static boolean has(ObjectNode fields, String name) {
        return !fields.path(name).asText().isBlank();
    }
}
