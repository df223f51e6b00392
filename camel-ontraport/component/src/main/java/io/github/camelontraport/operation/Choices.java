package io.github.camelontraport.operation;

import io.github.camelontraport.api.InvalidInputException;
import java.util.List;
import java.util.Set;

/** Options that contradict each other, found at start. */
final class Choices {

    private static final List<Set<Input>> ONE_OF = List.of(
            Set.of(Input.RECORD_ID, Input.EMAIL, Input.UNIQUE_ID),
            Set.of(Input.TAGS, Input.TAG_IDS));

    private static final Set<Input> SELECTION = Set.of(Input.IDS, Input.CONDITION, Input.SEARCH, Input.GROUP_ID);

    private Choices() {
    }

    static void check(Operation operation, Inputs inputs) {
        ONE_OF.forEach(alternatives -> inputs.oneOf(alternatives.toArray(Input[]::new)));
        List<Input> selection = inputs.given(SELECTION.toArray(Input[]::new));
        boolean deletesMany = operation.name().equals(Deletes.ALL);
        if (deletesMany && selection.contains(Input.IDS) && selection.size() > 1) {
            throw new InvalidInputException("Operation " + operation.name()
                    + " takes either ids or a condition, search or groupId, not both");
        }
        if (inputs.fixed().allowAll() && !(deletesMany && selection.isEmpty())) {
            throw new InvalidInputException("Option allowAll is only for operation " + Deletes.ALL
                    + " without ids, condition, search and groupId");
        }
    }
}
