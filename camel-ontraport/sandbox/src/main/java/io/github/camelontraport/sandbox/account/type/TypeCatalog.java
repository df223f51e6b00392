package io.github.camelontraport.sandbox.account.type;

import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The standard object types and the custom ones of the account. Guarded by the account's lock. */
public final class TypeCatalog {

    private static final int FIRST_CUSTOM_FIELD = 1558;

    private final Map<Long, TypeDefinition> types = new TreeMap<>();
    private int nextObject;
    private int nextField;

    public TypeCatalog() {
        clear();
    }

    /** Restores the standard types and removes the custom ones. */
    public void clear() {
        types.clear();
        nextObject = TypeDefinition.FIRST_CUSTOM_OBJECT;
        nextField = FIRST_CUSTOM_FIELD;
        StandardTypes.ALL.forEach(type -> types.put((long) type.id(), type));
    }

    public Optional<TypeDefinition> find(long id) {
        return Optional.ofNullable(types.get(id));
    }

    public TypeDefinition get(int id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No object type " + id));
    }

    /** @throws ApiErrorException when the value of the parameter is no type id */
    public void refuseUnknown(String parameter, String id) {
        if (id == null || !id.matches("[0-9]{1,9}") || find(Long.parseLong(id)).isEmpty()) {
            throw ApiErrorException.invalid("Invalid value for parameter: " + parameter);
        }
    }

    public Collection<TypeDefinition> all() {
        return types.values();
    }

    public int defineObject(String name, Map<String, CustomField> fields) {
        if (types.values().stream().anyMatch(type -> type.name().equals(name))) {
            throw new IllegalArgumentException("There is an object type " + name + " already");
        }
        TypeDefinition type = StandardTypes.customObject(nextObject, name);
        for (Map.Entry<String, CustomField> field : fields.entrySet()) {
            type = type.with(FieldDefinition.custom(field.getKey(), field.getValue()));
        }
        types.put((long) type.id(), type);
        nextObject++;
        return type.id();
    }

    public String defineField(int typeId, CustomField field) {
        TypeDefinition type = get(typeId);
        String name = field.name() == null ? freeFieldName(type) : field.name();
        if (type.hasField(name)) {
            throw new IllegalArgumentException(type.name() + " has a field " + name + " already");
        }
        types.put((long) typeId, type.with(FieldDefinition.custom(name, field)));
        return name;
    }

    /** Replaces the type that has the same id. */
    public void replace(TypeDefinition type) {
        types.put((long) type.id(), type);
    }

    /** Replaces a custom field by another of the same name. */
    public void changeField(int typeId, CustomField field) {
        types.put((long) typeId, get(typeId).with(FieldDefinition.custom(field.name(), field)));
    }

    /** Replaces a field, standard or custom, by another of the same name. */
    public void changeField(int typeId, FieldDefinition field) {
        types.put((long) typeId, get(typeId).with(field));
    }

    public void removeField(int typeId, String name) {
        types.put((long) typeId, get(typeId).without(name));
    }

    public int nextObject() {
        return nextObject;
    }

    public int nextField() {
        return nextField;
    }

    /** Restores the custom fields of a type, and a custom type itself. */
    public void restore(int id, String name, List<CustomField> fields) {
        if (id >= TypeDefinition.FIRST_CUSTOM_OBJECT) {
            types.put((long) id, StandardTypes.customObject(id, name));
        }
        fields.forEach(field -> defineField(id, field));
    }

    public void restoreNumbers(int objectNumber, int fieldNumber) {
        nextObject = objectNumber;
        nextField = fieldNumber;
    }

    private String freeFieldName(TypeDefinition type) {
        String name = "f" + nextField++;
        return type.hasField(name) ? freeFieldName(type) : name;
    }
}
