package io.github.camelontraport.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The object types every account has, from {@code object-types.json}, and the mould of custom objects. */
final class StandardTypes {

    private static final String RESOURCE = "object-types.json";

    /** Types of which no more is known than that they can be read. */
    private static final Map<String, String> PLAIN_FIELDS = ordered(
            "name", "!text Name", "date", "!timestamp Date Added", "dlm", "!timestamp Date Modified");

    private static final Map<String, String> CUSTOM_OBJECT_FIELDS = ordered(
            "owner", "parent:2 Owner", "date", "!timestamp Date Added", "dlm", "!timestamp Date Modified",
            "unique_id", "!text Unique ID", ObjectType.TAGS_OF_RECORD, "!list Tags");

    static final List<ObjectType> ALL = load();

    private StandardTypes() {
    }

    static ObjectType customObject(int id, String name) {
        return row(id, name, "READ CREATE UPDATE UPSERT DELETE_ONE DELETE_MANY", CUSTOM_OBJECT_FIELDS);
    }

    private static ObjectType row(int id, String name, String verbs, Map<String, String> fields) {
        return new Row(id, name, null, null, null, verbs, true, "date", "dlm", null, null, null, null, null, null, null, null,
                null, null, fields).toObjectType();
    }

    private static List<ObjectType> load() {
        try (InputStream json = StandardTypes.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper().readValue(json, new TypeReference<List<Row>>() { })
                    .stream().map(Row::toObjectType).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " is damaged", e);
        }
    }

    private static Map<String, String> ordered(String... namesAndFields) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndFields.length; i += 2) {
            map.put(namesAndFields[i], namesAndFields[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }

    /** One entry of the resource: what is missing there is null here. */
    private record Row(
            int id, String name, String singular, String plural, String idField, String verbs, boolean crm,
            String created, String modified, String match, String uniqueWithin, String sum,
            Set<String> required, Set<String> filters, Set<String> integers,
            List<String> listFields, List<List<String>> cardFields,
            Map<String, String> defaults, Map<String, Map<String, String>> options, Map<String, String> fields) {

        ObjectType toObjectType() {
            boolean plain = fields == null;
            Map<String, FieldDefinition> definitions = new LinkedHashMap<>();
            (plain ? PLAIN_FIELDS : fields).forEach((field, text) ->
                    definitions.put(field, FieldDefinition.parse(field, text, options == null ? null : options.get(field))));
            return new ObjectType(id, name, singular, plural, idField == null ? "id" : idField, verbSet(), crm,
                    plain ? "date" : created, plain ? "dlm" : modified, match, uniqueWithin, sum,
                    orEmpty(required), orEmpty(filters), orEmpty(integers),
                    listFields == null ? List.of("name") : listFields, cardFields,
                    defaults == null ? Map.of() : defaults, Collections.unmodifiableMap(definitions));
        }

        private Set<Verb> verbSet() {
            Set<Verb> set = EnumSet.noneOf(Verb.class);
            Arrays.stream(verbs.split(" ")).map(Verb::valueOf).forEach(set::add);
            return set;
        }

        private static Set<String> orEmpty(Set<String> names) {
            return names == null ? Set.of() : names;
        }
    }
}
