package io.github.camelontraport.operation;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.value.Bodies;
import java.util.List;

/** Options that contradict each other, found at start. */
final class Choices {

    private static final List<Input[]> ONE_OF = List.of(
            new Input[] { Input.RECORD_ID, Input.EMAIL, Input.UNIQUE_ID },
            new Input[] { Input.TAGS, Input.TAG_IDS });

    private Choices() {
    }

    static void check(Operation operation, Inputs inputs) {
        ONE_OF.forEach(inputs::oneOf);
        List<Input> selection = inputs.given(ManyRecords.SELECTION);
        boolean deletesMany = operation.name().equals(Deletes.ALL);
        if (deletesMany && ManyRecords.isAmbiguous(selection)) {
            throw new InvalidInputException("Operation " + operation.name()
                    + " takes either ids, recordId or a condition, search or groupId, only one of them");
        }
        if (inputs.optionsSet().contains(Input.IDS)) {
            Bodies.ids(inputs.value(Input.IDS).orElseThrow(), "id");
        }
        Searches.checkOptions(inputs);
        if (inputs.optionsSet().contains(Input.PATH)) {
            RawCall.path(inputs);
        }
        boolean mayDeleteAll = deletesMany || operation.name().equals(Operation.RAW);
        if (inputs.fixed().allowAll() && !(mayDeleteAll && selection.isEmpty())) {
            throw new InvalidInputException("Option allowAll is only for operation " + Deletes.ALL
                    + " (or the raw call that equals it) without ids, condition, search and groupId");
        }
    }
}
