package io.github.camelontraport.operation.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.OperationContext;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Turns many records of one type into wire form, one after the other. */
@FunctionalInterface
public interface RecordMapper {

    /**
     * The fields in wire form; fields that are null are left out.
     *
     * @throws io.github.camelontraport.api.InvalidInputException when a field cannot be written
     */
    ObjectNode map(Map<String, Object> record);

    /** The mapper for records that are written with this capability. Completes when all that it needs has been read. */
    static CompletionStage<RecordMapper> of(OperationContext context, Capability capability) {
        return CompletableFuture.completedFuture(record -> TypeFieldRules.of(context, capability, record));
    }
}
