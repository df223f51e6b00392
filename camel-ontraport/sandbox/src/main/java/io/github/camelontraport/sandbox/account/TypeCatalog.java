package io.github.camelontraport.sandbox.account;

import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.sandbox.server.ErrorReply;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The object types of one account: the standard ones and what its users added. Guarded by the account's lock. */
public final class TypeCatalog {

    private static final int FIRST_CUSTOM_FIELD = 1558;

    private final Map<Long, TypeDefinition> types = new TreeMap<>();
    private int nextObject = TypeDefinition.FIRST_CUSTOM_OBJECT;
    private int nextField = FIRST_CUSTOM_FIELD;

    public TypeCatalog() {
        StandardTypes.ALL.forEach(type -> types.put((long) type.id(), type));
    }

    public Optional<TypeDefinition> find(long id) {
        return Optional.ofNullable(types.get(id));
    }

    public TypeDefinition get(int id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No object type " + id));
    }

    /** Refuses a parameter that should name a type and does not. */
    public void refuseUnknown(String parameter, String id) {
        if (id == null || !id.matches("[0-9]{1,9}") || find(Long.parseLong(id)).isEmpty()) {
            throw ErrorReply.invalid("Invalid value for parameter: " + parameter);
        }
    }

    public Collection<TypeDefinition> all() {
        return types.values();
    }

    public int defineObject(String name, Map<String, SandboxField> fields) {
        if (types.values().stream().anyMatch(type -> type.name().equals(name))) {
            throw new IllegalArgumentException("There is an object type " + name + " already");
        }
        TypeDefinition type = StandardTypes.customObject(nextObject, name);
        for (Map.Entry<String, SandboxField> field : fields.entrySet()) {
            type = type.with(FieldDefinition.custom(field.getKey(), field.getValue()));
        }
        types.put((long) type.id(), type);
        nextObject++;
        return type.id();
    }

    String defineField(int typeId, SandboxField field) {
        TypeDefinition type = get(typeId);
        String name = field.name() == null ? freeFieldName(type) : field.name();
        if (type.hasField(name)) {
            throw new IllegalArgumentException(type.name() + " has a field " + name + " already");
        }
        types.put((long) typeId, type.with(FieldDefinition.custom(name, field)));
        return name;
    }

    /** Puts a type in the place of the one with its number. */
    void replace(TypeDefinition type) {
        types.put((long) type.id(), type);
    }

    /** Replaces a custom field by another of the same name. */
    public void changeField(int typeId, SandboxField field) {
        types.put((long) typeId, get(typeId).with(FieldDefinition.custom(field.name(), field)));
    }

    void removeField(int typeId, String name) {
        types.put((long) typeId, get(typeId).without(name));
    }

    int nextObject() {
        return nextObject;
    }

    int nextField() {
        return nextField;
    }

    /** Brings back a type's custom fields, and the type when it is a custom one. */
    void restore(int id, String name, List<SandboxField> fields) {
        if (id >= TypeDefinition.FIRST_CUSTOM_OBJECT) {
            types.put((long) id, StandardTypes.customObject(id, name));
        }
        fields.forEach(field -> defineField(id, field));
    }

    void restoreNumbers(int objectNumber, int fieldNumber) {
        nextObject = objectNumber;
        nextField = fieldNumber;
    }

    private String freeFieldName(TypeDefinition type) {
        String name = "f" + nextField++;
        return type.hasField(name) ? freeFieldName(type) : name;
    }
}
