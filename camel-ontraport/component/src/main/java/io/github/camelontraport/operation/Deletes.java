package io.github.camelontraport.operation;

import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.RepeatRule;
import io.github.camelontraport.api.RequestBody;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Deletes one record or many. */
final class Deletes {

    static final String ALL = "deleteAll";

    /** Headers for other operations that bound nothing. */
    private static final Set<Input> HARMLESS = EnumSet.of(Input.SORT, Input.SORT_DIR, Input.LIST_FIELDS, Input.EXTERNS,
            Input.IGNORE_BLANKS, Input.METHOD, Input.PATH, Input.QUERY, Input.REQUEST_HEADERS);

    private Deletes() {
    }

    static CompletionStage<Outcome> one(Task task) {
        long id = task.inputs().number(Input.RECORD_ID)
                .or(() -> task.idIn(task.inputs().body()))
                .orElseThrow(() -> new InvalidInputException(
                        "Operation delete needs recordId, or an id in the body"));
        Map<String, String> query = Selection.ofType(task);
        query.put("id", Long.toString(id));
        return task.call(new ApiRequest("DELETE", "/object", query, Map.of(), RequestBody.NONE, RepeatRule.UNTIL_GONE))
                .thenApply(reply -> Outcome.acknowledged(reply.data(), Long.toString(id)));
    }

    static CompletionStage<Outcome> many(Task task) {
        if (task.inputs().fixed().allowAll() && ManyRecords.noSelection(task)) {
            refuseForeignSelection(task);
            return delete(task, Selection.ofType(task));
        }
        return ManyRecords.ids(task).thenCompose(ids -> each(task, ids));
    }

    /** Somebody meant to select or to bound by a header, so "all" cannot be what was meant. */
    private static void refuseForeignSelection(Task task) {
        Set<Input> meant = EnumSet.of(Input.SEARCH_NOTES);
        meant.removeIf(input -> !task.inputs().has(input));
        meant.addAll(task.inputs().leftAlone());
        meant.removeAll(HARMLESS);
        if (!meant.isEmpty()) {
            throw new InvalidInputException("Operation " + ALL + " found no selection, but with "
                    + meant.stream().map(Input::header).sorted().toList() + " set not every record can be meant. Nothing "
                    + "was sent");
        }
    }

    private static CompletionStage<Outcome> each(Task task, List<Long> ids) {
        return Chunks.forQuery(ids).inTurn(ALL, chunk -> {
            Map<String, String> query = Selection.ofType(task);
            query.put("ids", Chunks.text(chunk));
            return delete(task, query);
        });
    }

    private static CompletionStage<Outcome> delete(Task task, Map<String, String> query) {
        return task.call(ApiRequest.delete("/objects", query))
                .thenApply(reply -> Outcome.acknowledged(reply.data(), null));
    }
}
