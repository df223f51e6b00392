package io.github.camelontraport.operation.catalog;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.DescribeAs;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.operation.RecordSelection;
import io.github.camelontraport.value.BodyReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks at start that the options of an endpoint go together with its operation and with each other. */
public final class OptionChecks {

    private static final Parameter[] ONE_RECORD = {Parameter.RECORD_ID, Parameter.EMAIL, Parameter.UNIQUE_ID};

    private OptionChecks() {}

    /**
     * Refuses what would fail with every message.
     *
     * @param values the options, without headers and body
     * @param type   empty when only the account knows it
     */
    public static void check(Operation row, ParameterValues values, Optional<ObjectType> type) {
        values.checkOptions();
        type.ifPresentOrElse(known -> TypeChecks.check(row, known), () -> TypeChecks.checkCustom(row));
        row.optionCheck().accept(values, type);
        checkRead(row, values);
        if (values.fixed().batching() && !row.batchable()) {
            throw new InvalidInputException(
                    "Option batchDelay is for operations " + Operations.batchable() + ", not " + row.name());
        }
        if (values.fixed().describeAs() != DescribeAs.fields && !row.name().equals("describe")) {
            throw new InvalidInputException("Option describeAs is for operation describe, not " + row.name());
        }
        checkSelection(row, values);
        checkPattern(row, values);
    }

    /**
     * Refuses to change what {@code LIKE '%'} in an option selects. Java's {@code RAW(company LIKE '%25')} and YAML's
     * {@code RAW(company LIKE '%')} reach a component as the same text.
     */
    static void checkPattern(Operation row, ParameterValues values) {
        if (row.onlyReads()
                || !row.parameters().contains(Parameter.CONDITION)
                || values.hasHeader(Parameter.CONDITION)
                || !values.condition().map(Condition::hasPatternOfAnyText).orElse(false)) {
            return;
        }
        throw new InvalidInputException(
                "Option condition: LIKE '%' matches every text, and in a URI %25 can have become"
                        + " %, as YAML writes % as %25. Operation " + row.name()
                        + " changes records, so give such a condition in"
                        + " the header " + Parameter.CONDITION.header()
                        + (row.mayTakeWholeType()
                                ? ", or allowAll=true without a selection if every record is meant"
                                : ""));
    }

    private static void checkRead(Operation row, ParameterValues values) {
        Set<Parameter> unused = EnumSet.noneOf(Parameter.class);
        unused.addAll(values.optionsSet());
        unused.removeAll(row.parameters());
        if (!unused.isEmpty()) {
            throw new InvalidInputException("Operation " + row.name() + " does not read " + names(unused)
                    + ". It reads " + (row.parameters().isEmpty() ? "no such option" : names(row.parameters())));
        }
        if (values.fixed().streaming() && !row.streamable()) {
            throw new InvalidInputException(
                    "Option streaming is for operations that read many records, not " + row.name());
        }
    }

    private static void checkSelection(Operation row, ParameterValues values) {
        values.oneOf(ONE_RECORD);
        List<Parameter> selection = values.given(RecordSelection.PARAMETERS.toArray(Parameter[]::new));
        if (row.takesManyRecords() && RecordSelection.isAmbiguous(selection)) {
            throw new InvalidInputException("Operation " + row.name()
                    + " takes either ids, recordId or a condition, search or groupId, only one of them");
        }
        if (!row.takesManyRecords() && row.parameters().contains(Parameter.RECORD_ID)) {
            values.oneOf(Parameter.IDS, Parameter.RECORD_ID);
        }
        if (values.optionsSet().contains(Parameter.IDS)) {
            BodyReader.ids(values.value(Parameter.IDS).orElseThrow(), "id", values.source(Parameter.IDS));
        }
        if (values.fixed().allowAll() && !(row.mayTakeWholeType() && selection.isEmpty())) {
            throw new InvalidInputException("Option allowAll is only for operation deleteAll"
                    + " (or the raw call that equals it) without ids, condition, search and groupId");
        }
    }

    private static String names(Set<Parameter> parameters) {
        return EnumSet.copyOf(parameters).stream().map(Parameter::option).collect(Collectors.joining(", "));
    }
}
