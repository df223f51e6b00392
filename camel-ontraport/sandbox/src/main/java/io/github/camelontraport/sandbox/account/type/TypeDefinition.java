package io.github.camelontraport.sandbox.account.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object type.
 *
 * @param singular path of a single record, null when there is none
 * @param plural path of the collection, null when there is none
 * @param idField name of the id in records, {@code id} for most
 * @param crm whether a create echoes only the given fields, as for contacts
 * @param created field for the time of creation, or null
 * @param modified field for the time of the last change, or null
 * @param match field by which an upsert finds the record to merge into; null selects the unique field
 * @param uniqueWithin field within whose value the unique field is unique, or null
 * @param sum field that getInfo totals, or null
 * @param required fields that a create must have
 * @param filters fields that are selection parameters of their own on collections
 * @param integers fields that are JSON integers in a single read
 * @param singleOnly fields that only a single read shows
 */
public record TypeDefinition(
        int id,
        String name,
        String singular,
        String plural,
        String idField,
        Set<TypeAction> verbs,
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
        Map<String, FieldDefinition> fields) {

    public static final int CONTACT = 0;
    public static final int TASK = 1;
    public static final int USER = 2;
    public static final int GROUP = 3;
    public static final int SEQUENCE = 5;
    public static final int RULE = 6;
    public static final int MESSAGE = 7;
    public static final int SEQUENCE_SUBSCRIBER = 8;
    public static final int NOTE = 12;
    public static final int TAG = 14;
    public static final int PRODUCT = 16;
    public static final int PURCHASE = 17;
    public static final int LANDING_PAGE = 20;
    public static final int LEGACY_FORM = 22;
    public static final int OPEN_ORDER = 44;
    public static final int CREDIT_CARD = 45;
    public static final int TRANSACTION = 46;
    public static final int ORDER = 52;
    public static final int FORM = 122;
    public static final int TAG_SUBSCRIBER = 138;
    public static final int AUTOMATION = 140;
    public static final int WEBHOOK = 145;
    public static final int DELETED_ORDER = 146;
    public static final int WEBHOOK_LOG = 147;
    public static final int FIRST_CUSTOM_OBJECT = 10_000;

    /** The field that lists the tags of a record. */
    public static final String TAGS_OF_RECORD = "contact_cat";

    public Optional<FieldDefinition> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }

    public boolean hasField(String fieldName) {
        return fieldName.equals(idField) || fields.containsKey(fieldName);
    }

    Optional<FieldDefinition> uniqueField() {
        return fields.values().stream().filter(FieldDefinition::unique).findFirst();
    }

    /** The field by whose value an upsert finds the record to merge into. */
    public Optional<FieldDefinition> matchField() {
        return match == null ? uniqueField() : field(match);
    }

    /** The values of an empty record of this type, without its id. */
    public Map<String, String> blankRecord() {
        Map<String, String> blank = new LinkedHashMap<>();
        fields.values()
                .forEach(field -> blank.put(
                        field.name(), defaults.containsKey(field.name()) ? defaults.get(field.name()) : field.unset()));
        return blank;
    }

    public TypeDefinition with(FieldDefinition field) {
        Map<String, FieldDefinition> extended = new LinkedHashMap<>(fields);
        extended.put(field.name(), field);
        return copy(id, name, Collections.unmodifiableMap(extended));
    }

    public TypeDefinition without(String fieldName) {
        Map<String, FieldDefinition> reduced = new LinkedHashMap<>(fields);
        reduced.remove(fieldName);
        return copy(id, name, Collections.unmodifiableMap(reduced));
    }

    TypeDefinition renamed(int newId, String newName) {
        return copy(newId, newName, fields);
    }

    private TypeDefinition copy(int newId, String newName, Map<String, FieldDefinition> newFields) {
        return new TypeDefinition(
                newId,
                newName,
                singular,
                plural,
                idField,
                verbs,
                crm,
                created,
                modified,
                match,
                uniqueWithin,
                sum,
                required,
                filters,
                integers,
                singleOnly,
                listFields,
                cardFields,
                defaults,
                newFields);
    }
}
