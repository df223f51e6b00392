package io.github.camelontraport.operation;

import static io.github.camelontraport.operation.Input.*;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Nearest;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.Verb;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The table of operations: checks, retry rule and documentation are all read from its rows. */
public final class Operations {

    private static final String YES = "yes";
    private static final String NO = "no";

    private static final List<Operation> TABLE = List.of(
            row("create", "POST /objects", Verb.CREATE, Set.of(), false, NO, RecordWrites::create),
            row("upsert", "POST /objects/saveorupdate", Verb.UPSERT, Set.of(IGNORE_BLANKS), false,
                    "when the body has the type's merge key, unique_id or id", RecordWrites::upsert),
            row("update", "PUT /objects", Verb.UPDATE, Set.of(RECORD_ID, UNIQUE_ID), false, YES,
                    RecordWrites::update),
            row("get", "GET /object", Verb.READ, Set.of(RECORD_ID, UNIQUE_ID, EMAIL, LIST_FIELDS, EXTERNS), false,
                    YES, RecordReads::get),
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
            tagging(Tagging.ADD, "PUT /objects/tagByName, /objects/tag"),
            tagging(Tagging.REMOVE, "DELETE /objects/tagByName, /objects/tag"),
            row("describe", "GET /objects/meta", Verb.READ, Set.of(), false, YES, RecordReads::describe),
            new Operation(Operation.RAW, "any", Optional.empty(), Set.of(METHOD, PATH, QUERY, REQUEST_HEADERS),
                    false, "GET, HEAD, and as the row that the call equals", RawCall::run));

    private Operations() {
    }

    /** All rows, in the order of the documentation. */
    public static List<Operation> all() {
        return TABLE;
    }

    /** The row of this name; case is ignored. */
    public static Operation named(String name) {
        return TABLE.stream().filter(row -> row.name().equalsIgnoreCase(name.strip())).findFirst()
                .orElseThrow(() -> new InvalidInputException("Unknown operation '" + name + "'."
                        + Nearest.hint(name.strip(), names()) + " Operations are " + names()));
    }

    static List<String> possibleWith(ObjectType type) {
        return TABLE.stream().filter(row -> row.verb().filter(type::allows).isPresent())
                .map(Operation::name).toList();
    }

    private static List<String> names() {
        return TABLE.stream().map(Operation::name).toList();
    }

    private static Operation tagging(Tagging tagging, String call) {
        return row(tagging.operation(), call, Verb.UPDATE,
                Set.of(TAGS, TAG_IDS, IDS, RECORD_ID, CONDITION, SEARCH, SEARCH_NOTES, GROUP_ID), false, YES, tagging::run);
    }

    private static Operation row(
            String name, String call, Verb verb, Set<Input> inputs, boolean many, String repeat,
            Function<Task, CompletionStage<Outcome>> action) {
        return new Operation(name, call, Optional.of(verb), inputs, many, repeat, action);
    }
}
