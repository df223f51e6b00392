package io.github.camelontraport.operation.tag;

import static io.github.camelontraport.operation.Parameter.*;

import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.ReplyShape;
import java.util.List;

/** Rows for the tags of records. */
public final class TagOperations {

    public static final List<Operation> ROWS = List.of(row(Tagging.ADD), row(Tagging.REMOVE));

    private TagOperations() {}

    private static Operation row(Tagging tagging) {
        return Operation.of(
                        tagging.operation(),
                        Capability.UPDATE,
                        ReplyShape.ACKNOWLEDGEMENT,
                        tagging::run,
                        tagging.byName(),
                        tagging.byId())
                .reads(TAGS, TAG_IDS, IDS, RECORD_ID, CONDITION, SEARCH, SEARCH_NOTES, GROUP_ID)
                .batched();
    }
}
