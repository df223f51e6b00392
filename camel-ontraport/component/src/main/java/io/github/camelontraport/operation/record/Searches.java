package io.github.camelontraport.operation.record;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.page.IdPages;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.OffsetPages;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.Pages;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.operation.RecordMaps;
import io.github.camelontraport.operation.Selection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Reads many records, as a list or as a stream. */
public final class Searches {

    static final String BY_TAG = "listByTag";

    private Searches() {}

    static CompletionStage<OperationResult> search(OperationContext task) {
        Map<String, String> parameters = Selection.filters(task);
        parameters.putAll(Selection.columns(task));
        if (!task.inputs().has(Parameter.IDS)) {
            return read(task, pages(task, request(task, task.type().collectionPath(), parameters)));
        }
        List<Long> ids = task.idsIn(Parameter.IDS);
        refuseStart(task.inputs());
        if (task.inputs().has(Parameter.SORT) && ids.size() > PageRequest.MAX_PAGE_SIZE) {
            throw new InvalidInputException("With ids, sort is possible only for up to " + PageRequest.MAX_PAGE_SIZE
                    + " ids; " + ids.size() + " were given");
        }
        return read(
                task, new IdPages(request(task, task.type().collectionPath(), parameters), ids, Selection.order(task)));
    }

    static CompletionStage<OperationResult> listByTag(OperationContext task) {
        Parameter selector = task.inputs()
                .oneOf(Parameter.TAGS, Parameter.TAG_IDS)
                .orElseThrow(
                        () -> new InvalidInputException("Operation " + BY_TAG + " needs tags (one name) or tagIds"));
        String tag = tag(task.inputs(), selector);
        Map<String, String> parameters = Selection.filters(task);
        parameters.putAll(Selection.columns(task));
        parameters.put(selector == Parameter.TAGS ? "tag_name" : "tag_id", tag);
        return read(task, pages(task, request(task, "/objects/tag", parameters)));
    }

    /** Refuses at start what would be refused with each message. */
    public static void checkOptions(String operation, ParameterValues inputs) {
        if (inputs.optionsSet().contains(Parameter.IDS)) {
            refuseStart(inputs);
        }
        if (operation.equals(BY_TAG)) {
            inputs.oneOf(Parameter.TAGS, Parameter.TAG_IDS).ifPresent(selector -> tag(inputs, selector));
        }
    }

    private static void refuseStart(ParameterValues inputs) {
        if (inputs.number(Parameter.START).orElse(0L) > 0) {
            throw new InvalidInputException("With ids, start is not possible");
        }
    }

    private static String tag(ParameterValues inputs, Parameter selector) {
        List<?> tags = selector == Parameter.TAGS ? inputs.list(selector) : inputs.ids(selector);
        if (tags.size() != 1) {
            throw new InvalidInputException("Operation " + BY_TAG + " takes one tag, but " + selector.option() + " has "
                    + tags.size() + "; a name with a comma is given as a list in header " + Parameter.TAGS.header());
        }
        return tags.get(0).toString();
    }

    private static PageRequest request(OperationContext task, String path, Map<String, String> parameters) {
        return new PageRequest(
                task.client(),
                task.usage(),
                task.type(),
                path,
                parameters,
                task.inputs().condition().orElse(null),
                task.inputs().fixed().pageSize(),
                task.inputs().number(Parameter.LIMIT).orElse(0L));
    }

    private static Pages pages(OperationContext task, PageRequest request) {
        String sort = task.inputs()
                .text(Parameter.SORT)
                .filter(field -> !field.equals("id"))
                .orElse(task.type().idField());
        long start = task.inputs().number(Parameter.START).orElse(0L);
        if (sort.equals(task.type().idField()) && start == 0) {
            return new KeysetPages(
                    request,
                    task.inputs()
                            .text(Parameter.SORT_DIR)
                            .filter("desc"::equals)
                            .isPresent());
        }
        Map<String, String> order = Selection.order(task);
        order.putIfAbsent("sort", sort);
        return new OffsetPages(request, order, start);
    }

    private static CompletionStage<OperationResult> read(OperationContext task, Pages pages) {
        if (task.inputs().fixed().streaming()) {
            return RecordIterator.open(pages, task.usage()).thenApply(OperationResult::of);
        }
        return PageReader.collect(pages).thenApply(rows -> {
            List<Map<String, Object>> records = RecordMaps.distinct(rows, task.type());
            return OperationResult.counted(records, (long) records.size());
        });
    }
}
