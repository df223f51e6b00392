package io.github.camelontraport.operation;

import static io.github.camelontraport.operation.Input.*;
import static io.github.camelontraport.operation.Operation.NO;
import static io.github.camelontraport.operation.Operation.YES;
import static io.github.camelontraport.operation.Operation.row;

import io.github.camelontraport.api.type.Verb;
import java.util.List;
import java.util.Set;

/** Rows for what every type of record has: create, read, change, delete. */
final class RecordOperations {

    static final List<Operation> ROWS = List.of(
            row("create", "POST /objects", Verb.CREATE, Set.of(), false, NO, RecordWrites::create),
            row("upsert", "POST /objects/saveorupdate", Verb.UPSERT, Set.of(IGNORE_BLANKS), false,
                    "when the body has the type's merge key, unique_id or id", RecordWrites::upsert),
            row("update", "PUT /objects", Verb.UPDATE, Set.of(RECORD_ID, UNIQUE_ID), false, YES,
                    RecordWrites::update),
            row("get", "GET /object", Verb.READ, Set.of(RECORD_ID, UNIQUE_ID, EMAIL, LIST_FIELDS, EXTERNS), false,
                    YES, RecordReads::get).joined(),
            row("search", "GET /objects", Verb.READ,
                    Set.of(IDS, CONDITION, SEARCH, SEARCH_NOTES, GROUP_ID, SORT, SORT_DIR, START, LIMIT, LIST_FIELDS,
                            EXTERNS), true, YES, Searches::search),
            row(Searches.BY_TAG, "GET /objects/tag", Verb.READ,
                    Set.of(TAGS, TAG_IDS, CONDITION, SEARCH, SORT, SORT_DIR, START, LIMIT, LIST_FIELDS), true, YES,
                    Searches::listByTag),
            row("count", "GET /objects/getInfo", Verb.READ, Set.of(CONDITION, SEARCH, SEARCH_NOTES, GROUP_ID), false,
                    YES, RecordReads::count),
            row("delete", "DELETE /object", Verb.DELETE, Set.of(RECORD_ID), false, YES, Deletes::one),
            row(Deletes.ALL, "DELETE /objects", Verb.DELETE,
                    Set.of(IDS, RECORD_ID, CONDITION, SEARCH, SEARCH_NOTES, GROUP_ID), false, YES, Deletes::many),
            row("describe", "GET /objects/meta", Verb.READ, Set.of(), false, YES, RecordReads::describe));

    private RecordOperations() {
    }
}
