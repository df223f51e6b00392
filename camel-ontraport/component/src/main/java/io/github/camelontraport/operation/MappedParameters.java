package io.github.camelontraport.operation;

import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.value.mapper.RecordFormat;
import io.github.camelontraport.value.mapper.RecordMapper;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Puts the fields that parameters name into the form of the API: in conditions, lists of fields, and orders. */
public final class MappedParameters {

    private MappedParameters() {}

    /**
     * The values with the API's keys and operands. Costs a look at the account's metadata only when they need it.
     *
     * @param read the parameters that are looked at
     * @return fails with {@code InvalidInputException} for a field or an option that the account does not have
     */
    public static CompletionStage<ParameterValues> of(
            ParameterValues values, Set<Parameter> read, RecordMapper mapper) {
        if (!isNeeded(values, read, mapper.format())) {
            return CompletableFuture.completedFuture(values);
        }
        return mapper.mapFields(fields -> {
            Map<Parameter, Object> mapped = new EnumMap<>(Parameter.class);
            condition(values, read).ifPresent(given -> mapped.put(Parameter.CONDITION, fields.condition(given)));
            if (isGiven(Parameter.LIST_FIELDS, values, read)) {
                mapped.put(Parameter.LIST_FIELDS, fields.keys(values.list(Parameter.LIST_FIELDS)));
            }
            if (isGiven(Parameter.SORT, values, read)) {
                mapped.put(
                        Parameter.SORT, fields.key(values.text(Parameter.SORT).orElseThrow()));
            }
            return values.replacing(mapped);
        });
    }

    /** Whether the parameters name fields or values that only the account's metadata explains. */
    public static boolean isNeeded(ParameterValues values, Set<Parameter> read, RecordFormat format) {
        boolean isConditionMapped = condition(values, read)
                .filter(given -> !format.isRaw() || given.hasLabels() || given.hasDates() || given.mayNameOptions())
                .isPresent();
        return isConditionMapped
                || (format.isLabelled()
                        && (isGiven(Parameter.LIST_FIELDS, values, read) || isGiven(Parameter.SORT, values, read)));
    }

    private static Optional<Condition> condition(ParameterValues values, Set<Parameter> read) {
        return read.contains(Parameter.CONDITION) ? values.condition() : Optional.empty();
    }

    private static boolean isGiven(Parameter parameter, ParameterValues values, Set<Parameter> read) {
        return read.contains(parameter) && values.has(parameter);
    }
}
