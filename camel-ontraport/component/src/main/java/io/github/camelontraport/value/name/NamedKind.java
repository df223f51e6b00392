package io.github.camelontraport.value.name;

import io.github.camelontraport.api.Json;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A kind of record whose name stands in for its id. Tags have a look-up of their own, as the API takes their names. */
public enum NamedKind {
    SEQUENCE("sequence", ObjectTypes.SEQUENCE, "object_type_id", "name"),
    AUTOMATION("automation", ObjectTypes.AUTOMATION, "object_type_id", "name", "deleted"),
    FORM("form", ObjectTypes.FORM, null, "formname", "deleted"),
    PRODUCT("product", ObjectTypes.PRODUCT, null, "name", "deleted"),
    GROUP("group", ObjectTypes.GROUP, "type", "name"),
    /** Owns records. Named as "First Last" or by e-mail address. */
    USER("user", ObjectTypes.USER, null, "firstname", "lastname", "email") {

        @Override
        List<String> names(Map<String, Object> row) {
            String full = Json.text(row.get("firstname")) + " " + Json.text(row.get("lastname"));
            return present(Stream.of(full, Json.text(row.get("email"))));
        }
    };

    private static final String DELETED = "deleted";

    private final String word;
    private final ObjectType type;
    private final String recordTypeField;
    private final List<String> fields;

    /** @param recordTypeField the field with the id of the type that the record is for; {@code null} for none */
    NamedKind(String word, ObjectType type, String recordTypeField, String... fields) {
        this.word = word;
        this.type = type;
        this.recordTypeField = recordTypeField;
        this.fields = List.of(fields);
    }

    /** What the API calls the records. */
    public ObjectType type() {
        return type;
    }

    /** One of them, for messages. */
    String word() {
        return word;
    }

    /** Several of them, for messages. */
    String words() {
        return word + "s";
    }

    /** The fields that a look-up reads. */
    String listFields() {
        List<String> all = new ArrayList<>(List.of(type.idField()));
        all.addAll(fields);
        if (recordTypeField != null) {
            all.add(recordTypeField);
        }
        return String.join(",", all);
    }

    /** The names of the record, without blanks around them; none when it is deleted. */
    List<String> names(Map<String, Object> row) {
        boolean deleted = List.of("true", "1").contains(Json.text(row.get(DELETED)));
        return deleted ? List.of() : present(Stream.of(Json.text(row.get(fields.get(0)))));
    }

    /** The id of the type that the record is for; empty when it does not say. */
    String recordType(Map<String, Object> row) {
        return recordTypeField == null ? "" : Json.text(row.get(recordTypeField));
    }

    static List<String> present(Stream<String> texts) {
        return texts.map(String::strip).filter(text -> !text.isEmpty()).toList();
    }
}
