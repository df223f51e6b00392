package io.github.camelontraport.sandbox.account.type;

import com.fasterxml.jackson.databind.ObjectMapper;
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

/** The object types of every account and the template of custom objects, from {@code object-types.json}. */
public final class StandardTypes {

    private static final String RESOURCE = "object-types.json";
    private static final Table TABLE = load();

    public static final List<TypeDefinition> ALL = TABLE.types().stream()
            .map(row -> row.toObjectType(TABLE.plainFields()))
            .toList();

    private static final TypeDefinition CUSTOM_OBJECT = TABLE.customObject().toObjectType(TABLE.plainFields());

    private StandardTypes() {}

    static TypeDefinition customObject(int id, String name) {
        return CUSTOM_OBJECT.renamed(id, name);
    }

    private static Table load() {
        try (InputStream json = StandardTypes.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper().readValue(json, Table.class);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " is damaged", e);
        }
    }

    /** @param plainFields the fields of types whose fields are not documented */
    private record Table(Map<String, String> plainFields, Row customObject, List<Row> types) {}

    /** One type of the resource. What is missing there is null. */
    private record Row(
            int id,
            String name,
            String singular,
            String plural,
            String idField,
            String verbs,
            boolean crm,
            String created,
            String modified,
            String match,
            String uniqueWithin,
            String sum,
            Set<String> required,
            Set<String> filters,
            Set<String> integers,
            Set<String> singleOnly,
            List<String> listFields,
            List<List<String>> cardFields,
            Map<String, String> defaults,
            Map<String, Map<String, String>> options,
            Map<String, String> fields) {

        TypeDefinition toObjectType(Map<String, String> plainFields) {
            boolean plain = fields == null;
            Map<String, FieldDefinition> definitions = new LinkedHashMap<>();
            (plain ? plainFields : fields)
                    .forEach((field, text) -> definitions.put(
                            field, FieldDefinition.parse(field, text, options == null ? null : options.get(field))));
            return new TypeDefinition(
                    id,
                    name,
                    singular,
                    plural,
                    idField == null ? "id" : idField,
                    verbSet(),
                    crm,
                    plain ? "date" : created,
                    plain ? "dlm" : modified,
                    match,
                    uniqueWithin,
                    sum,
                    orEmpty(required),
                    orEmpty(filters),
                    orEmpty(integers),
                    orEmpty(singleOnly),
                    listFields == null ? List.of("name") : listFields,
                    cardFields,
                    defaults == null ? Map.of() : defaults,
                    Collections.unmodifiableMap(definitions));
        }

        private Set<TypeAction> verbSet() {
            Set<TypeAction> set = EnumSet.noneOf(TypeAction.class);
            Arrays.stream(verbs.split(" ")).map(TypeAction::valueOf).forEach(set::add);
            return set;
        }

        private static Set<String> orEmpty(Set<String> names) {
            return names == null ? Set.of() : names;
        }
    }
}
