package io.github.camelontraport.operation.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.OperationContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Brings records into wire form, with the metadata of the account where the form of the endpoint needs it. */
public final class WireRecords {

    private WireRecords() {}

    /**
     * The fields in wire form; fields that are null are left out.
     *
     * @return completed already unless the metadata must be read; fails with {@code InvalidInputException} when a field
     *     cannot be written
     */
    public static CompletionStage<ObjectNode> of(
            OperationContext context, Capability capability, Map<String, Object> record) {
        return TypeFieldRules.mapped(context, record)
                .thenApply(mapped -> TypeFieldRules.of(context, capability, mapped));
    }

    /** The keys among the fields that the account does not have. The look-up never fails. */
    public static CompletionStage<List<String>> unknownFields(OperationContext context, ObjectNode fields) {
        return context.mapper().reporter().dropped(DroppedFields.sent(context, fields), Set.of());
    }
}
