package io.github.camelontraport.operation.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.message.MessageFields;
import io.github.camelontraport.operation.rule.RuleFields;
import io.github.camelontraport.operation.transaction.OfferFields;
import io.github.camelontraport.value.ValueEncoder;
import java.util.Map;

/** Types whose fields are checked, or put into the API's form, before they are sent; others go as they are. */
public final class TypeFieldRules {

    private static final Map<ObjectType, Writer> BY_TYPE = Map.of(
            ObjectTypes.RULE, RuleFields::of,
            ObjectTypes.MESSAGE, MessageFields::of,
            ObjectTypes.OFFER, OfferFields::of);

    /** Writes the fields of a record, or refuses them. */
    @FunctionalInterface
    private interface Writer {

        ObjectNode write(Map<String, Object> record, Capability verb, ValueEncoder values);
    }

    private TypeFieldRules() {}

    static ObjectNode of(OperationContext task, Capability verb, Map<String, Object> record) {
        Writer plain = (fields, unused, values) -> values.record(fields);
        return BY_TYPE.getOrDefault(task.type(), plain).write(record, verb, task.values());
    }

    /** Messages are updated at a path of their own, which knows them by id only. */
    public static void refuseUniqueId(ObjectType type) {
        if (type.equals(ObjectTypes.MESSAGE)) {
            throw new InvalidInputException("Messages are updated by id: give recordId in place of uniqueId");
        }
    }
}
