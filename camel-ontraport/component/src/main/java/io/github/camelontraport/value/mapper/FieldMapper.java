package io.github.camelontraport.value.mapper;

import io.github.camelontraport.api.condition.Comparison;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.OperandMapper;
import io.github.camelontraport.value.field.FieldMetadata;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts the fields that conditions, lists of fields and orders name into the form of the API, with the metadata of one
 * time. Immutable.
 */
public final class FieldMapper implements OperandMapper {

    /** What may be the key of a column that is no field, such as the full name of a contact. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_]+");

    private final RecordFormat format;
    private final ConditionOperands operands;
    private final FieldNames names;
    private final UnlistedColumns columns;

    FieldMapper(RecordFormat format, ConditionOperands operands, FieldNames names, UnlistedColumns columns) {
        this.format = format;
        this.operands = operands;
        this.names = names;
        this.columns = columns;
    }

    /** The condition with keys, seconds and ids of options. */
    public Condition condition(Condition condition) {
        return condition.mapped(this);
    }

    /** The keys of fields that are listed or sorted by; a name may be that of a column which is no field. */
    public List<String> keys(List<String> listed) {
        return listed.stream().map(this::key).toList();
    }

    /** The key of a field that is listed or sorted by. */
    public String key(String name) {
        if (isKnownKey(name) || !format.isLabelled()) {
            return name;
        }
        return names.byLabel(name, "Field").map(FieldMetadata::key).orElseGet(() -> keyOfColumn(name));
    }

    private String keyOfColumn(String name) {
        if (!KEY.matcher(name).matches() || names.isMisspeltInCase(name) || !columns.mayBeAskedFor(name)) {
            throw names.unknown(name, "Field", true);
        }
        return name;
    }

    @Override
    public String key(String name, boolean isLabel) {
        if (!isLabel && (isKnownKey(name) || format.isRaw())) {
            return name;
        }
        if (isLabel) {
            names.requireNoKeyOfAnother(name);
        }
        Optional<FieldMetadata> byLabel =
                isLabel || format.isLabelled() ? names.byLabel(name, "Condition: field") : Optional.empty();
        return byLabel.map(FieldMetadata::key).orElseGet(() -> {
            if (isKnownKey(name)) {
                return name;
            }
            throw names.unknown(name, "Condition: field", isLabel || format.isLabelled());
        });
    }

    private boolean isKnownKey(String name) {
        return names.byKey(name).isPresent()
                || names.isRequestField(name)
                || FieldNames.isRelated(name)
                || columns.contains(name);
    }

    @Override
    public List<Comparison> comparisons(String key, Comparison written) {
        FieldMetadata field = names.byKey(key).orElse(null);
        if (field == null) {
            return List.of(written);
        }
        if (format.isTyped()) {
            return operands.typed(field, written);
        }
        ConditionOperands.requireRaw(field, written);
        return List.of(written);
    }
}
