package io.github.camelontraport.sandbox.account;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the table of object types.
 *
 * @param singular path of the single record, null when the type has none
 * @param plural path of the collection, null when the type has none
 * @param idField name of the id in records, {@code id} for most
 * @param crm whether records carry the fields of contact-like types and are echoed like those when created
 * @param created field that gets the time of creation, or null
 * @param modified field that gets the time of each change, or null
 * @param match field that finds the record to merge into when it is not the unique field, or null
 * @param uniqueWithin field that bounds the uniqueness of the unique field, or null
 * @param sum field totalled by getInfo, or null
 * @param required fields a create must carry
 * @param filters fields that are selection parameters of their own on collections
 * @param integers fields that are JSON integers in a single read
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
        List<String> listFields,
        List<List<String>> cardFields,
        Map<String, String> defaults,
        Map<String, FieldDefinition> fields) {

    public static final int CONTACT = 0;
    public static final int TASK = 1;
    static final int USER = 2;
    static final int GROUP = 3;
    static final int SEQUENCE = 5;
    public static final int RULE = 6;
    public static final int MESSAGE = 7;
    static final int SEQUENCE_SUBSCRIBER = 8;
    static final int NOTE = 12;
    static final int TAG = 14;
    public static final int PRODUCT = 16;
    public static final int PURCHASE = 17;
    public static final int LANDING_PAGE = 20;
    public static final int LEGACY_FORM = 22;
    public static final int CREDIT_CARD = 45;
    public static final int TRANSACTION = 46;
    public static final int ORDER = 52;
    public static final int FORM = 122;
    public static final int TAG_SUBSCRIBER = 138;
    static final int AUTOMATION = 140;
    public static final int WEBHOOK = 145;
    public static final int WEBHOOK_LOG = 147;
    static final int FIRST_CUSTOM_OBJECT = 10_000;

    /** The field that lists a record's tags. */
    static final String TAGS_OF_RECORD = "contact_cat";

    public Optional<FieldDefinition> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }

    public boolean hasField(String fieldName) {
        return fieldName.equals(idField) || fields.containsKey(fieldName);
    }

    Optional<FieldDefinition> uniqueField() {
        return fields.values().stream().filter(FieldDefinition::unique).findFirst();
    }

    /** The field whose value decides which record an upsert merges into. */
    public Optional<FieldDefinition> matchField() {
        return match == null ? uniqueField() : field(match);
    }

    /** A record of this type nobody has filled in, without its id. */
    Map<String, String> blankRecord() {
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

    TypeDefinition called(int newId, String newName) {
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
                listFields,
                cardFields,
                defaults,
                newFields);
    }
}
