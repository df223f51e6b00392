package io.github.camelontraport.operation;

import static io.github.camelontraport.operation.Input.*;

import io.github.camelontraport.api.type.Verb;
import java.util.List;
import java.util.Set;

/** Rows for the tags of records. */
final class TagOperations {

    static final List<Operation> ROWS = List.of(
            row(Tagging.ADD, "PUT /objects/tagByName, /objects/tag"),
            row(Tagging.REMOVE, "DELETE /objects/tagByName, /objects/tag"));

    private TagOperations() {
    }

    private static Operation row(Tagging tagging, String call) {
        return Operation.row(tagging.operation(), call, Verb.UPDATE,
                Set.of(TAGS, TAG_IDS, IDS, RECORD_ID, CONDITION, SEARCH, SEARCH_NOTES, GROUP_ID), false, Operation.YES,
                tagging::run).joined();
    }
}
