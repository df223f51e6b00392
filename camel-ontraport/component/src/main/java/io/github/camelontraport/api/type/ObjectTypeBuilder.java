package io.github.camelontraport.api.type;

import static io.github.camelontraport.api.type.Capability.CREATE;
import static io.github.camelontraport.api.type.Capability.DELETE;
import static io.github.camelontraport.api.type.Capability.READ;
import static io.github.camelontraport.api.type.Capability.UPDATE;
import static io.github.camelontraport.api.type.Capability.UPSERT;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Builds one row of {@link ObjectTypeTable}. What is not set has the common value. */
final class ObjectTypeBuilder {

    private static final String GENERIC_PATH = "/objects";

    private final int id;
    private final String name;
    private final String plural;
    private final List<String> otherSingulars = new ArrayList<>();
    private final List<String> otherPlurals = new ArrayList<>();
    private Set<Capability> capabilities = EnumSet.of(READ);
    private String idField = "id";
    private String createPath = GENERIC_PATH;
    private String updatePath = GENERIC_PATH;
    private boolean formEncoded;
    private String mergeKey;
    private String createdField;
    private String modifiedField;
    private String singularPath;
    private String pluralPath;
    private boolean readAtOwnPaths;

    private ObjectTypeBuilder(int id, String name, String plural) {
        this.id = id;
        this.name = name;
        this.plural = plural;
    }

    /** Starts a type with generic paths that can only be read. */
    static ObjectTypeBuilder row(int id, String name, String plural) {
        return new ObjectTypeBuilder(id, name, plural);
    }

    /** Sets the type's own paths: singular and plural name in upper camel case. */
    ObjectTypeBuilder typed() {
        return paths(name, Character.toUpperCase(plural.charAt(0)) + plural.substring(1));
    }

    ObjectTypeBuilder paths(String singular, String collection) {
        singularPath = singular;
        pluralPath = collection;
        return this;
    }

    ObjectTypeBuilder readAtOwnPaths() {
        readAtOwnPaths = true;
        return this;
    }

    ObjectTypeBuilder alias(String singular, String otherPlural) {
        otherSingulars.add(singular);
        otherPlurals.add(otherPlural);
        return this;
    }

    ObjectTypeBuilder allows(Capability... more) {
        capabilities.addAll(List.of(more));
        return this;
    }

    ObjectTypeBuilder full() {
        return allows(CREATE, UPDATE, DELETE);
    }

    ObjectTypeBuilder fullWithUpsert() {
        return full().allows(UPSERT);
    }

    ObjectTypeBuilder idField(String field) {
        idField = field;
        return this;
    }

    ObjectTypeBuilder mergeKey(String field) {
        mergeKey = field;
        return this;
    }

    ObjectTypeBuilder createPath(String path) {
        createPath = path;
        return this;
    }

    /** Records are created and updated at this path, with form encoding. */
    ObjectTypeBuilder formEncodedAt(String path) {
        createPath = path;
        updatePath = path;
        formEncoded = true;
        return this;
    }

    /** Sets the usual fields for creation and last change. */
    ObjectTypeBuilder dated() {
        return dated("date", "dlm");
    }

    ObjectTypeBuilder dated(String created, String modified) {
        createdField = created;
        modifiedField = modified;
        return this;
    }

    ObjectType type() {
        return new ObjectType(
                id,
                name,
                plural,
                idField,
                capabilities,
                createPath,
                updatePath,
                formEncoded,
                mergeKey,
                createdField,
                modifiedField,
                singularPath,
                pluralPath,
                readAtOwnPaths);
    }

    /** All names by which the type is found. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(name, plural));
        names.addAll(otherSingulars);
        names.addAll(otherPlurals);
        return names;
    }

    /** The plural names, as shown to users. */
    List<String> plurals() {
        List<String> plurals = new ArrayList<>(List.of(plural));
        plurals.addAll(otherPlurals);
        return plurals;
    }
}
