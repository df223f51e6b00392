package io.github.camelontraport.operation;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.value.Bodies;
import java.util.List;

/** Options that contradict each other, found at start. */
final class Choices {

    private static final Input[] ONE_RECORD = { Input.RECORD_ID, Input.EMAIL, Input.UNIQUE_ID };

    private Choices() {
    }

    static void check(Operation operation, Inputs inputs) {
        inputs.oneOf(ONE_RECORD);
        List<Input> selection = inputs.given(ManyRecords.SELECTION);
        boolean changesMany = operation.inputs().containsAll(List.of(ManyRecords.SELECTION));
        if (changesMany && ManyRecords.isAmbiguous(selection)) {
            throw new InvalidInputException("Operation " + operation.name()
                    + " takes either ids, recordId or a condition, search or groupId, only one of them");
        }
        if (!changesMany && operation.inputs().contains(Input.RECORD_ID)) {
            inputs.oneOf(Input.IDS, Input.RECORD_ID);
        }
        if (inputs.optionsSet().contains(Input.IDS)) {
            Bodies.ids(inputs.value(Input.IDS).orElseThrow(), "id", inputs.where(Input.IDS));
        }
        Searches.checkOptions(operation.name(), inputs);
        if (inputs.optionsSet().contains(Input.PATH)) {
            RawCall.path(inputs);
        }
        boolean mayDeleteAll = operation.name().equals(Deletes.ALL) || operation.name().equals(Operation.RAW);
        if (inputs.fixed().allowAll() && !(mayDeleteAll && selection.isEmpty())) {
            throw new InvalidInputException("Option allowAll is only for operation " + Deletes.ALL
                    + " (or the raw call that equals it) without ids, condition, search and groupId");
        }
    }
}
