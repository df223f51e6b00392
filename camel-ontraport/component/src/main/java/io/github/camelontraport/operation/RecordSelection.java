package io.github.camelontraport.operation;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.MatchResult;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.operation.record.PageReader;
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
public final class RecordSelection {

    /** The inputs that say which records. */
    static final Parameter[] SELECTION = {
        Parameter.IDS, Parameter.RECORD_ID, Parameter.CONDITION, Parameter.SEARCH, Parameter.GROUP_ID
    };

    private static final List<Parameter> IDS = List.of(Parameter.IDS, Parameter.RECORD_ID);

    /** Headers for other operations that bound nothing. */
    private static final Set<Parameter> HARMLESS = Set.of(
            Parameter.SORT,
            Parameter.SORT_DIR,
            Parameter.LIST_FIELDS,
            Parameter.EXTERNS,
            Parameter.IGNORE_BLANKS,
            Parameter.METHOD,
            Parameter.PATH,
            Parameter.REQUEST_HEADERS);

    private RecordSelection() {}

    /** The ids, without repeats. Fails when nothing at all selects records; may be empty when a list is. */
    public static CompletionStage<List<Long>> ids(OperationContext task) {
        return named(task).map(RecordSelection::done).orElseGet(() -> read(task));
    }

    /** The ids that are named, without repeats; empty when a condition, search or group selects them. */
    public static Optional<List<Long>> named(OperationContext task) {
        // Ids of a header win over those of an option, but must not pass a condition that the endpoint was given.
        List<Parameter> given = new ArrayList<>(task.inputs().given(Parameter.IDS, Parameter.RECORD_ID));
        Arrays.stream(SELECTION)
                .filter(input -> !IDS.contains(input) && task.inputs().has(input))
                .forEach(given::add);
        if (isAmbiguous(given)) {
            throw new InvalidInputException(
                    "Give either ids, recordId or a condition, search or groupId, only one of them");
        }
        Optional<Parameter> ids = given.stream().filter(IDS::contains).findFirst();
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
    static boolean isAmbiguous(List<Parameter> given) {
        return given.size() > 1 && given.stream().anyMatch(IDS::contains);
    }

    /** Whether neither option nor header nor body selects anything; an empty list or text does, namely nothing. */
    public static boolean noSelection(OperationContext task) {
        return task.inputs().body() == null && Arrays.stream(SELECTION).noneMatch(task.inputs()::has);
    }

    /** Refuses "all" where a header selects or bounds: whoever set it, be it without a value, did not mean all. */
    public static void refuseBounds(OperationContext task) {
        Set<Parameter> meant = new HashSet<>(task.inputs().leftAlone());
        if (task.inputs().has(Parameter.SEARCH_NOTES)) {
            meant.add(Parameter.SEARCH_NOTES);
        }
        meant.removeAll(HARMLESS);
        if (!meant.isEmpty()) {
            throw new InvalidInputException("No selection was found, but with "
                    + meant.stream().map(Parameter::header).sorted().toList()
                    + " set not every record can be meant. Nothing "
                    + "was sent");
        }
    }

    public static CompletionStage<List<Long>> done(List<Long> ids) {
        return CompletableFuture.completedFuture(ids);
    }

    public static CompletionStage<List<Long>> read(OperationContext task) {
        Condition condition = task.inputs().condition().orElse(null);
        Set<String> fields = new LinkedHashSet<>();
        fields.add(task.type().idField());
        if (condition != null) {
            fields.addAll(condition.fields());
        }
        Map<String, String> parameters = Selection.filters(task);
        parameters.put("listFields", String.join(",", fields));
        PageRequest request = new PageRequest(
                task.client(),
                task.usage(),
                task.type(),
                "/objects",
                parameters,
                condition,
                PageRequest.MAX_PAGE_SIZE,
                0);
        return PageReader.collect(new KeysetPages(request, false)).thenApply(rows -> checked(task, condition, rows));
    }

    private static List<Long> checked(OperationContext task, Condition condition, List<Map<String, Object>> rows) {
        List<Long> ids = new ArrayList<>(rows.size());
        for (Map<String, Object> row : rows) {
            long id = RecordParser.id(row, task.type()).orElseThrow();
            MatchResult match = condition == null ? MatchResult.YES : condition.matches(row);
            if (match != MatchResult.YES) {
                throw RecordParser.unexpected(
                        "/objects",
                        "record " + id
                                + (match == MatchResult.NO
                                        ? ", which does not match the condition"
                                        : ", in which the condition cannot be checked")
                                + ". Nothing was changed");
            }
            ids.add(id);
        }
        return ids;
    }
}
