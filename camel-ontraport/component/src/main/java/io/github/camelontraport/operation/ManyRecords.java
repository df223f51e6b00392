package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Match;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.Rows;
import io.github.camelontraport.value.JavaValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Which records a changing call is about. It always names them by id: a condition, search or group is read into ids
 * first, since the API's own "all that match" would hit the whole account if the server ignored a clause.
 */
final class ManyRecords {

    /** The inputs that say which records. */
    static final Input[] SELECTION = { Input.IDS, Input.RECORD_ID, Input.CONDITION, Input.SEARCH, Input.GROUP_ID };
    private static final List<Input> IDS = List.of(Input.IDS, Input.RECORD_ID);

    /** Headers for other operations that bound nothing. */
    private static final Set<Input> HARMLESS = Set.of(Input.SORT, Input.SORT_DIR, Input.LIST_FIELDS, Input.EXTERNS,
            Input.IGNORE_BLANKS, Input.METHOD, Input.PATH, Input.REQUEST_HEADERS);

    private ManyRecords() {
    }

    /** The ids, without repeats. Fails when nothing at all selects records; may be empty when a list is. */
    static CompletionStage<List<Long>> ids(Task task) {
        return named(task).map(ManyRecords::done).orElseGet(() -> read(task));
    }

    /** The ids that are named, without repeats; empty when a condition, search or group selects them. */
    static Optional<List<Long>> named(Task task) {
        // Ids of a header win over those of an option, but must not pass a condition that the endpoint was given.
        List<Input> given = new ArrayList<>(task.inputs().given(Input.IDS, Input.RECORD_ID));
        Arrays.stream(SELECTION).filter(input -> !IDS.contains(input) && task.inputs().has(input)).forEach(given::add);
        if (isAmbiguous(given)) {
            throw new InvalidInputException("Give either ids, recordId or a condition, search or groupId, only one of them");
        }
        Optional<Input> ids = given.stream().filter(IDS::contains).findFirst();
        if (ids.isPresent()) {
            return Optional.of(task.idsIn(ids.get()));
        }
        if (!given.isEmpty()) {
            return Optional.empty();
        }
        if (noSelection(task)) {
            throw new InvalidInputException("No record is selected: give ids, a condition, search or groupId, "
                    + "or a body with ids. Nothing was sent");
        }
        return Optional.of(task.idsIn(task.inputs().body()));
    }

    /** Ids beside anything else; condition, search and group belong together. */
    static boolean isAmbiguous(List<Input> given) {
        return given.size() > 1 && given.stream().anyMatch(IDS::contains);
    }

    /** Whether neither option nor header nor body selects anything; an empty list or text does, namely nothing. */
    static boolean noSelection(Task task) {
        return task.inputs().body() == null && Arrays.stream(SELECTION).noneMatch(task.inputs()::has);
    }

    /** Refuses "all" where a header selects or bounds: whoever set it, be it without a value, did not mean all. */
    static void refuseBounds(Task task) {
        Set<Input> meant = new HashSet<>(task.inputs().leftAlone());
        if (task.inputs().has(Input.SEARCH_NOTES)) {
            meant.add(Input.SEARCH_NOTES);
        }
        meant.removeAll(HARMLESS);
        if (!meant.isEmpty()) {
            throw new InvalidInputException("No selection was found, but with "
                    + meant.stream().map(Input::header).sorted().toList() + " set not every record can be meant. Nothing "
                    + "was sent");
        }
    }

    static CompletionStage<List<Long>> done(List<Long> ids) {
        return CompletableFuture.completedFuture(ids);
    }

    static CompletionStage<List<Long>> read(Task task) {
        Condition condition = task.inputs().condition().orElse(null);
        Set<String> fields = new LinkedHashSet<>();
        fields.add(task.type().idField());
        if (condition != null) {
            fields.addAll(condition.fields());
        }
        Map<String, String> parameters = Selection.filters(task);
        parameters.put("listFields", String.join(",", fields));
        PageRequest request = new PageRequest(task.client(), task.usage(), task.type(), "/objects", parameters,
                condition, PageRequest.MAX_PAGE_SIZE, 0);
        return PageLoop.collect(new KeysetPages(request, false)).thenApply(rows -> checked(task, condition, rows));
    }

    private static List<Long> checked(Task task, Condition condition, List<JsonNode> rows) {
        List<Long> ids = new ArrayList<>(rows.size());
        for (JsonNode row : rows) {
            long id = Rows.id(row, task.type()).orElseThrow();
            Match match = condition == null ? Match.YES : condition.matches(JavaValues.view(row));
            if (match != Match.YES) {
                throw Rows.unexpected("/objects", "record " + id + (match == Match.NO
                        ? ", which does not match the condition" : ", in which the condition cannot be checked")
                        + ". Nothing was changed");
            }
            ids.add(id);
        }
        return ids;
    }
}
