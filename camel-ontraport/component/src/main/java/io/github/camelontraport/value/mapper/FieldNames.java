package io.github.camelontraport.value.mapper;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.value.TextChecks;
import io.github.camelontraport.value.field.FieldMetadata;
import io.github.camelontraport.value.field.TypeMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the fields of a type by key and by label. Immutable. */
final class FieldNames {

    private static final String RELATED = "//";
    private static final int MOST_SHOWN = 20;

    private final TypeMetadata metadata;
    private final ObjectType type;
    private final String idField;

    FieldNames(TypeMetadata metadata, ObjectType type) {
        this.metadata = metadata;
        this.type = type;
        // It has no label.
        this.idField = type.idField();
    }

    /** Whether the name is that of the id, or of what else stands beside the fields of the type. */
    boolean isRequestField(String name) {
        return RequestFields.contains(name, idField);
    }

    /** Whether the name is that of a field of a related record, such as {@code owner//firstname}. */
    static boolean isRelated(String name) {
        return name.contains(RELATED);
    }

    private boolean isId(String name) {
        return name.equals("id") || name.equals(idField);
    }

    Optional<FieldMetadata> byKey(String key) {
        return metadata.field(key);
    }

    /**
     * The field with this label.
     *
     * @param where what names the field, for error messages, such as {@code Field}
     * @return empty when there is none
     * @throws InvalidInputException when several fields share the label
     */
    Optional<FieldMetadata> byLabel(String label, String where) {
        List<FieldMetadata> fields = metadata.labelled(label);
        if (fields.size() > 1) {
            throw new InvalidInputException(
                    where + " '" + label + "' is the label of several fields; use one of the keys "
                            + fields.stream().map(FieldMetadata::key).toList());
        }
        return fields.stream().findFirst();
    }

    /** The fields with keys in place of labels; all other names stay. */
    Map<String, Object> keyed(Map<String, Object> fields) {
        Map<String, Object> keyed = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            boolean isLabel = byKey(name).isEmpty() && !isRequestField(name);
            Optional<FieldMetadata> field = isLabel ? byLabel(name, "Field") : Optional.empty();
            keyed.put(field.map(FieldMetadata::key).orElse(name), value);
        });
        return keyed;
    }

    /** Whether a field has this name but for upper and lower case, and none has exactly this one. */
    boolean isMisspeltInCase(String name) {
        return byKey(name).isEmpty()
                && metadata.labelled(name).isEmpty()
                && metadata.fields().stream()
                        .anyMatch(field -> field.key().equalsIgnoreCase(name)
                                || field.label().equalsIgnoreCase(name));
    }

    /** Refuses a label in quotes that is the key of another field, as either may be meant. */
    void requireNoKeyOfAnother(String label) {
        boolean isOfAnother = metadata.labelled(label).stream()
                .anyMatch(field -> !field.key().equals(label) && byKey(label).isPresent());
        if (isOfAnother) {
            throw new InvalidInputException("Condition: '" + label + "' is the label of field "
                    + metadata.labelled(label).get(0).key() + " and the key of another; use the keys, without quotes");
        }
    }

    /** The name under which a field is read: its label, unless that would not lead back to it. */
    String readName(FieldMetadata field) {
        String label = field.label();
        boolean leadsBack = metadata.labelled(label).size() == 1
                && metadata.field(label)
                        .filter(other -> !other.key().equals(field.key()))
                        .isEmpty()
                && !isRequestField(label)
                && !TextChecks.isUnusableName(label)
                && !TextChecks.hasInvisible(label)
                && !TextChecks.isBroken(label);
        return leadsBack && !isId(field.key()) ? label : field.key();
    }

    /** The refusal of a name that no field has, with the nearest name. */
    UnknownNameException unknown(String name, String where, boolean hasLabels) {
        Stream<String> labels = hasLabels ? metadata.fields().stream().map(FieldMetadata::label) : Stream.of();
        String hint = hint(name, labels, Stream.concat(Stream.of("id", idField), keys()));
        return new UnknownNameException(where + " '" + name + "' is none of the fields of " + type.plural() + "."
                + (hint.isEmpty() ? " They are " + shown(hasLabels) + "." : hint));
    }

    private String shown(boolean hasLabels) {
        List<String> names = metadata.fields().stream()
                .map(field -> hasLabels ? readName(field) : field.key())
                .toList();
        return String.join(", ", names.subList(0, Math.min(MOST_SHOWN, names.size())))
                + (names.size() > MOST_SHOWN ? " and " + (names.size() - MOST_SHOWN) + " more" : "");
    }

    /** A label where a key is needed. */
    private String byOtherName(String name) {
        List<FieldMetadata> fields = metadata.fields().stream()
                .filter(field -> field.label().equalsIgnoreCase(name))
                .toList();
        return fields.isEmpty()
                ? ""
                : " It is the label of " + fields.get(0).key() + "; set fieldNames=label to use labels.";
    }

    /** The nearest names of fields, as the end of a sentence; empty when none is near. */
    String hint(String name) {
        return hint(name, Stream.of(), keys());
    }

    private Stream<String> keys() {
        return metadata.fields().stream().map(FieldMetadata::key);
    }

    private String hint(String name, Stream<String> labels, Stream<String> keys) {
        String hint = Suggestions.hint(name, labels.toList(), keys.distinct().toList());
        return hint.isEmpty() ? byOtherName(name) : hint;
    }
}
