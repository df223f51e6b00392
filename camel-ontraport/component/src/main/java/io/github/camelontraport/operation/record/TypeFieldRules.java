package io.github.camelontraport.operation.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.operation.message.MessageFields;
import io.github.camelontraport.operation.rule.RuleFields;
import io.github.camelontraport.operation.transaction.OfferFields;
import io.github.camelontraport.value.ValueEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Checks the fields of some types, or puts them into the API's form, before they are sent. Other types' are sent as they are. */
final class TypeFieldRules {

    private static final Map<ObjectType, Writer> BY_TYPE = Map.of(
            ObjectTypes.RULE, RuleFields::of,
            ObjectTypes.MESSAGE, MessageFields::of,
            ObjectTypes.OFFER, OfferFields::of);

    /** Writes the fields of a record, or refuses them. */
    @FunctionalInterface
    private interface Writer {

        ObjectNode write(Map<String, Object> record, Capability capability, ValueEncoder encoder);
    }

    private TypeFieldRules() {}

    /** Whether the type's fields are checked here, so that the account's metadata says nothing about them. */
    static boolean has(ObjectType type) {
        return BY_TYPE.containsKey(type);
    }

    /** The fields of a body with the API's keys and values that fit them. */
    static CompletionStage<Map<String, Object>> mapped(OperationContext context, Map<String, Object> record) {
        return has(context.type())
                ? context.mapper().writeNames(record)
                : context.mapper().write(record);
    }

    static ObjectNode of(OperationContext context, Capability capability, Map<String, Object> record) {
        Writer plain = (fields, unused, encoder) -> encoder.record(fields);
        return BY_TYPE.getOrDefault(context.type(), plain).write(record, capability, context.encoder());
    }

    /** Refuses at start an option that {@link #refuseUniqueId} refuses with every message. */
    static void checkUniqueId(ParameterValues values, Optional<ObjectType> type) {
        if (values.optionsSet().contains(Parameter.UNIQUE_ID)) {
            type.ifPresent(TypeFieldRules::refuseUniqueId);
        }
    }

    /** Messages are updated at their own path, which finds them by id only. */
    static void refuseUniqueId(ObjectType type) {
        if (type.equals(ObjectTypes.MESSAGE)) {
            throw new InvalidInputException("Messages are updated by id: give recordId in place of uniqueId");
        }
    }
}
