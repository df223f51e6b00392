package io.github.camelontraport.operation.record;

import static io.github.camelontraport.operation.Parameter.*;
import static io.github.camelontraport.operation.ReplyShape.ACKNOWLEDGEMENT;
import static io.github.camelontraport.operation.ReplyShape.COUNT;
import static io.github.camelontraport.operation.ReplyShape.MAP;
import static io.github.camelontraport.operation.ReplyShape.RECORDS;

import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.Operation;
import java.util.List;

/** Rows for what every type of record has: create, read, change, delete. */
public final class RecordOperations {

    public static final List<Operation> ROWS = List.of(
            Operation.of(
                    "create",
                    Capability.CREATE,
                    MAP,
                    RecordWrites::create,
                    RecordWrites.CREATE,
                    RecordWrites.CREATE_MESSAGE),
            Operation.of("upsert", Capability.UPSERT, MAP, RecordWrites::upsert, RecordWrites.UPSERT)
                    .reads(IGNORE_BLANKS),
            Operation.of(
                            "update",
                            Capability.UPDATE,
                            MAP,
                            RecordWrites::update,
                            RecordWrites.UPDATE,
                            RecordWrites.UPDATE_MESSAGE)
                    .reads(RECORD_ID, UNIQUE_ID)
                    .checking(TypeFieldRules::checkUniqueId),
            Operation.of("get", Capability.READ, MAP, RecordReads::get, RecordReads.GET_ONE, RecordReads.GET_MANY)
                    .reads(RECORD_ID, UNIQUE_ID, EMAIL, LIST_FIELDS, EXTERNS)
                    .batched(),
            Operation.of("search", Capability.READ, RECORDS, RecordSearches::search, RecordReads.GET_MANY)
                    .reads(
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
                            EXTERNS)
                    .checking((values, type) -> RecordSearches.checkIds(values)),
            Operation.of(
                            RecordSearches.BY_TAG,
                            Capability.READ,
                            RECORDS,
                            RecordSearches::listByTag,
                            RecordSearches.GET_BY_TAG)
                    .reads(TAGS, TAG_IDS, CONDITION, SEARCH, SORT, SORT_DIR, START, LIMIT, LIST_FIELDS)
                    .checking((values, type) -> RecordSearches.checkTag(values)),
            Operation.of("count", Capability.READ, COUNT, RecordReads::count, RecordReads.GET_INFO)
                    .reads(CONDITION, SEARCH, SEARCH_NOTES, GROUP_ID),
            Operation.of("delete", Capability.DELETE, ACKNOWLEDGEMENT, RecordDeletes::one, RecordDeletes.DELETE_ONE)
                    .reads(RECORD_ID),
            Operation.of(
                            RecordDeletes.ALL,
                            Capability.DELETE,
                            ACKNOWLEDGEMENT,
                            RecordDeletes::many,
                            RecordDeletes.DELETE_MANY)
                    .reads(IDS, RECORD_ID, CONDITION, SEARCH, SEARCH_NOTES, GROUP_ID),
            Operation.of("describe", Capability.READ, MAP, RecordReads::describe, RecordReads.GET_META),
            Operation.of("check", Capability.READ, ACKNOWLEDGEMENT, RecordReads::check, RecordReads.GET_INFO));

    private RecordOperations() {}
}
