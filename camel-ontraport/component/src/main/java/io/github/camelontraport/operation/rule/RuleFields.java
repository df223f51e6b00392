package io.github.camelontraport.operation.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.argument.ArgumentTypes;
import io.github.camelontraport.operation.call.JsonFields;
import io.github.camelontraport.value.ValueEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a rule: its lists of events, conditions and actions become the API's text. */
public final class RuleFields {

    private static final String OBJECT_TYPE = "object_type_id";
    private static final List<String> REQUIRED =
            List.of(OBJECT_TYPE, "name", RuleKind.EVENT.field(), RuleKind.ACTION.field());

    private static final List<String> WRITABLE = List.of(
            "id",
            OBJECT_TYPE,
            "name",
            RuleKind.EVENT.field(),
            RuleKind.CONDITION.field(),
            RuleKind.ACTION.field(),
            "pause",
            "objectID",
            "unique_id");
    /** Further fields of a rule that was read; sending them back changes nothing. */
    private static final List<String> READ_ONLY = List.of("drip_id", "last_action", "date", "dlm", "owner");

    private RuleFields() {}

    public static ObjectNode of(Map<String, Object> record, Capability capability, ValueEncoder encoder) {
        record.keySet().forEach(RuleFields::refuseUnknown);
        boolean contacts = aboutContacts(record, encoder);
        Map<String, Object> fields = new LinkedHashMap<>(record);
        for (RuleKind kind : RuleKind.values()) {
            fields.computeIfPresent(kind.field(), (name, given) -> text(kind, encoder.plain(given), contacts));
        }
        ObjectNode written = encoder.record(fields);
        if (capability == Capability.CREATE && !written.isEmpty()) {
            List<String> missing = REQUIRED.stream()
                    .filter(name -> !JsonFields.hasText(written, name))
                    .toList();
            if (!missing.isEmpty()) {
                throw new InvalidInputException("A new rule needs " + missing + "; object_type_id is "
                        + ObjectTypes.CONTACT.id() + " for contacts");
            }
        }
        return written;
    }

    /** A misspelt field must not be ignored: without its conditions a rule acts on every record. */
    private static void refuseUnknown(String name) {
        boolean ofRelated = name.contains("//");
        if (!WRITABLE.contains(name) && !READ_ONLY.contains(name) && !ofRelated) {
            throw new InvalidInputException("Rules have no field '" + name + "', and the API would ignore it."
                    + Suggestions.hint(name, WRITABLE) + " Fields are " + WRITABLE);
        }
    }

    /** Whether the rule may be about contacts. An update may leave that out; then the API checks it. */
    private static boolean aboutContacts(Map<String, Object> record, ValueEncoder encoder) {
        JsonNode type = encoder.plain(record.get(OBJECT_TYPE));
        return type.isNull()
                || ObjectTypes.find(ArgumentTypes.TYPE.read(type.asText(), "Field '" + OBJECT_TYPE + "'"))
                        .filter(ObjectTypes.CONTACT::equals)
                        .isPresent();
    }

    /** The API's own text is sent unchanged; a null leaves the field as it is. */
    private static Object text(RuleKind kind, JsonNode given, boolean contacts) {
        if (given.isTextual() || given.isNull()) {
            return given.isNull() ? null : given.asText();
        }
        if (given.isContainerNode() && given.isEmpty() && kind != RuleKind.CONDITION) {
            throw new InvalidInputException(
                    "Field '" + kind.field() + "' is an empty list; a rule has at least one " + kind.one());
        }
        return new RuleWriter(kind, contacts).write(given);
    }
}
