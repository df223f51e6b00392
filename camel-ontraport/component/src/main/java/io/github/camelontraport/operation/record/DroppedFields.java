package io.github.camelontraport.operation.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finds the fields that were sent and that the API dropped, as it drops what it does not know without a word. */
final class DroppedFields {

    private DroppedFields() {}

    /** The keys whose values a reply is expected to hold. */
    static Collection<String> sent(OperationContext context, ObjectNode fields) {
        if (TypeFieldRules.has(context.type())) {
            return List.of();
        }
        boolean withoutBlanks = context.parameters().flag(Parameter.IGNORE_BLANKS);
        List<String> keys = new ArrayList<>(fields.size());
        fields.properties().forEach(field -> {
            if (!withoutBlanks || !field.getValue().asText().isBlank()) {
                keys.add(field.getKey());
            }
        });
        return keys;
    }

    /** The result with the unknown ones among the keys. A call that is only acknowledged shows nothing. */
    static CompletionStage<OperationResult> named(
            OperationContext context, Collection<String> sent, OperationResult result) {
        if (sent.isEmpty() || !(result.body() instanceof Map<?, ?> reply)) {
            return CompletableFuture.completedFuture(result);
        }
        return context.mapper().reporter().dropped(sent, reply.keySet()).thenApply(result::withUnknownFields);
    }
}
