package io.github.camelontraport.operation;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.MatchResult;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.PageReader;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.RecordParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Finds the records that a changing call is about. The call always names them by id: a condition, search or group is read
 * into ids first, because with the API's own "all that match" a clause that the server ignores would hit the whole account.
 */
public final class RecordSelection {

    /** The parameters that select records for a changing call. */
    public static final List<Parameter> PARAMETERS =
            List.of(Parameter.IDS, Parameter.RECORD_ID, Parameter.CONDITION, Parameter.SEARCH, Parameter.GROUP_ID);

    private static final List<Parameter> IDS = List.of(Parameter.IDS, Parameter.RECORD_ID);

    private RecordSelection() {}

    /** The ids, each once. Fails when nothing at all selects records; empty when the selection is an empty list. */
    public static CompletionStage<List<Long>> ids(OperationContext context) {
        return ids(context, named(context));
    }

    /** The ids that are named, or those of the records that match when none are. */
    public static CompletionStage<List<Long>> ids(OperationContext context, Optional<List<Long>> named) {
        return named.isPresent() ? CompletableFuture.completedFuture(named.get()) : matching(context);
    }

    /** The ids that are named, each once; empty when a condition, search or group selects the records. */
    public static Optional<List<Long>> named(OperationContext context) {
        ParameterValues values = context.parameters();
        // Ids in a header win over ids in an option, but do not override a condition that the endpoint has.
        List<Parameter> given = new ArrayList<>(values.given(Parameter.IDS, Parameter.RECORD_ID));
        PARAMETERS.stream()
                .filter(parameter -> !IDS.contains(parameter) && values.has(parameter))
                .forEach(given::add);
        if (isAmbiguous(given)) {
            throw new InvalidInputException(
                    "Give either ids, recordId or a condition, search or groupId, only one of them");
        }
        Optional<Parameter> ids = given.stream().filter(IDS::contains).findFirst();
        if (ids.isPresent()) {
            return Optional.of(context.idsIn(ids.get()));
        }
        if (!given.isEmpty()) {
            return Optional.empty();
        }
        if (isMissing(values)) {
            throw new InvalidInputException("No record is selected: give ids, a condition, search or groupId, "
                    + "or a body with ids. Nothing was sent");
        }
        return Optional.of(context.idsIn(values.body()));
    }

    /** Whether ids are given beside anything else. Condition, search and group may stand together. */
    public static boolean isAmbiguous(List<Parameter> given) {
        return given.size() > 1 && given.stream().anyMatch(IDS::contains);
    }

    /** Whether neither option nor header nor body selects anything. An empty list or text selects: no record. */
    public static boolean isMissing(ParameterValues values) {
        return values.body() == null && PARAMETERS.stream().noneMatch(values::has);
    }

    private static CompletionStage<List<Long>> matching(OperationContext context) {
        Condition condition = context.parameters().condition().orElse(null);
        Set<String> fields = new LinkedHashSet<>();
        fields.add(context.type().idField());
        if (condition != null) {
            fields.addAll(condition.fields());
        }
        Map<String, String> query = ReadQuery.filters(context.parameters());
        query.put("listFields", String.join(",", fields));
        PageRequest request = new PageRequest(
                context.client(),
                context.callContext(),
                context.type(),
                "/objects",
                query,
                condition,
                PageRequest.MAX_PAGE_SIZE,
                0);
        return context.inTurn(() -> PageReader.collect(new KeysetPages(request, false)))
                .thenApply(records -> checked(context, condition, records));
    }

    private static List<Long> checked(
            OperationContext context, Condition condition, List<Map<String, Object>> records) {
        List<Long> ids = new ArrayList<>(records.size());
        for (Map<String, Object> record : records) {
            long id = RecordParser.id(record, context.type()).orElseThrow();
            MatchResult match = condition == null ? MatchResult.YES : condition.matches(record);
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
