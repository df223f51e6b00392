package io.github.camelontraport.operation;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.operation.raw.RawCall;
import io.github.camelontraport.operation.record.Deletes;
import io.github.camelontraport.operation.record.Searches;
import io.github.camelontraport.value.BodyReader;
import java.util.List;

/** Options that contradict each other, found at start. */
final class OptionConflicts {

    private static final Parameter[] ONE_RECORD = {Parameter.RECORD_ID, Parameter.EMAIL, Parameter.UNIQUE_ID};

    private OptionConflicts() {}

    static void check(Operation operation, ParameterValues inputs) {
        inputs.oneOf(ONE_RECORD);
        List<Parameter> selection = inputs.given(RecordSelection.SELECTION);
        boolean changesMany = operation.inputs().containsAll(List.of(RecordSelection.SELECTION));
        if (changesMany && RecordSelection.isAmbiguous(selection)) {
            throw new InvalidInputException("Operation " + operation.name()
                    + " takes either ids, recordId or a condition, search or groupId, only one of them");
        }
        if (!changesMany && operation.inputs().contains(Parameter.RECORD_ID)) {
            inputs.oneOf(Parameter.IDS, Parameter.RECORD_ID);
        }
        if (inputs.optionsSet().contains(Parameter.IDS)) {
            BodyReader.ids(inputs.value(Parameter.IDS).orElseThrow(), "id", inputs.where(Parameter.IDS));
        }
        Searches.checkOptions(operation.name(), inputs);
        if (inputs.optionsSet().contains(Parameter.PATH)) {
            RawCall.path(inputs);
        }
        boolean mayDeleteAll =
                operation.name().equals(Deletes.ALL) || operation.name().equals(Operation.RAW);
        if (inputs.fixed().allowAll() && !(mayDeleteAll && selection.isEmpty())) {
            throw new InvalidInputException("Option allowAll is only for operation " + Deletes.ALL
                    + " (or the raw call that equals it) without ids, condition, search and groupId");
        }
    }
}
