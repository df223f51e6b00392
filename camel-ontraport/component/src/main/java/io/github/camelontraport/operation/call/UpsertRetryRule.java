package io.github.camelontraport.operation.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.api.type.ObjectType;

/**
 * Whether an upsert that is repeated finds the record that it wrote. The server finds it by the type's merge key. An id or a
 * {@code unique_id} beside it may name no record, and then each upsert could make a new one.
 */
public final class UpsertRetryRule {

    public static final OperationRetryRule RULE = new OperationRetryRule(
            "when the body has the type's merge key, and neither id nor unique_id", UpsertRetryRule::of);

    private UpsertRetryRule() {}

    private static RetryRule of(SentCall sent) {
        ObjectNode fields = sent.parameters();
        if (sent.type() == null || namesRecord(sent.type(), fields)) {
            return RetryRule.NEVER;
        }
        if (sent.type().mergeKey() != null) {
            return RetryRule.of(JsonFields.hasText(fields, sent.type().mergeKey()));
        }
        // Only the account knows its unique fields. They are read when a call has failed.
        return () -> sent.uniqueFields().get().thenApply(unique -> unique.stream()
                .anyMatch(field -> JsonFields.hasText(fields, field)));
    }

    /**
     * Whether the fields name no record, neither by the type's merge key nor by id or {@code unique_id}. False for a type
     * whose unique fields only the account knows.
     */
    public static boolean cannotMerge(ObjectType type, ObjectNode fields) {
        return type.mergeKey() != null && !JsonFields.hasText(fields, type.mergeKey()) && !namesRecord(type, fields);
    }

    private static boolean namesRecord(ObjectType type, ObjectNode fields) {
        return JsonFields.hasText(fields, "id")
                || JsonFields.hasText(fields, "unique_id")
                || JsonFields.hasText(fields, type.idField());
    }
}
