package io.github.camelontraport.operation.record;

import static io.github.camelontraport.operation.Operation.NO;
import static io.github.camelontraport.operation.Operation.YES;
import static io.github.camelontraport.operation.Operation.row;
import static io.github.camelontraport.operation.Parameter.*;

import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.Operation;
import java.util.List;
import java.util.Set;

/** Rows for what every type of record has: create, read, change, delete. */
public final class RecordOperations {

    public static final List<Operation> ROWS = List.of(
            row("create", "POST /objects", Capability.CREATE, Set.of(), false, NO, RecordWrites::create),
            row(
                    "upsert",
                    "POST /objects/saveorupdate",
                    Capability.UPSERT,
                    Set.of(IGNORE_BLANKS),
                    false,
                    "when the body has the type's merge key, unique_id or id",
                    RecordWrites::upsert),
            row(
                    "update",
                    "PUT /objects",
                    Capability.UPDATE,
                    Set.of(RECORD_ID, UNIQUE_ID),
                    false,
                    YES,
                    RecordWrites::update),
            row(
                            "get",
                            "GET /object",
                            Capability.READ,
                            Set.of(RECORD_ID, UNIQUE_ID, EMAIL, LIST_FIELDS, EXTERNS),
                            false,
                            YES,
                            RecordReads::get)
                    .joined(),
            row(
                    "search",
                    "GET /objects",
                    Capability.READ,
                    Set.of(
                            IDS,
                            CONDITION,
                            SEARCH,
                            SEARCH_NOTES,
                            GROUP_ID,
                            SORT,
                            SORT_DIR,
                            START,
                            LIMIT,
                            LIST_FIELDS,
                            EXTERNS),
                    true,
                    YES,
                    Searches::search),
            row(
                    Searches.BY_TAG,
                    "GET /objects/tag",
                    Capability.READ,
                    Set.of(TAGS, TAG_IDS, CONDITION, SEARCH, SORT, SORT_DIR, START, LIMIT, LIST_FIELDS),
                    true,
                    YES,
                    Searches::listByTag),
            row(
                    "count",
                    "GET /objects/getInfo",
                    Capability.READ,
                    Set.of(CONDITION, SEARCH, SEARCH_NOTES, GROUP_ID),
                    false,
                    YES,
                    RecordReads::count),
            row("delete", "DELETE /object", Capability.DELETE, Set.of(RECORD_ID), false, YES, Deletes::one),
            row(
                    Deletes.ALL,
                    "DELETE /objects",
                    Capability.DELETE,
                    Set.of(IDS, RECORD_ID, CONDITION, SEARCH, SEARCH_NOTES, GROUP_ID),
                    false,
                    YES,
                    Deletes::many),
            row("describe", "GET /objects/meta", Capability.READ, Set.of(), false, YES, RecordReads::describe));

    private RecordOperations() {}
}
