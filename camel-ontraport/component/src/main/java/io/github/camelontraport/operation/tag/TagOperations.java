package io.github.camelontraport.operation.tag;

import static io.github.camelontraport.operation.Parameter.*;

import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.Operation;
import java.util.List;
import java.util.Set;

/** Rows for the tags of records. */
public final class TagOperations {

    public static final List<Operation> ROWS = List.of(
            row(Tagging.ADD, "PUT /objects/tagByName, /objects/tag"),
            row(Tagging.REMOVE, "DELETE /objects/tagByName, /objects/tag"));

    private TagOperations() {}

    private static Operation row(Tagging tagging, String call) {
        return Operation.row(
                        tagging.operation(),
                        call,
                        Capability.UPDATE,
                        Set.of(TAGS, TAG_IDS, IDS, RECORD_ID, CONDITION, SEARCH, SEARCH_NOTES, GROUP_ID),
                        false,
                        Operation.YES,
                        tagging::run)
                .joined();
    }
}
