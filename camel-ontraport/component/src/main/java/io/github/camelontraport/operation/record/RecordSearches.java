package io.github.camelontraport.operation.record;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.page.IdPages;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.OffsetPages;
import io.github.camelontraport.api.page.PageReader;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.Pages;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.operation.ReadQuery;
import io.github.camelontraport.operation.RecordMaps;
import io.github.camelontraport.operation.call.ApiCall;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Reads many records, as a list or as a stream. */
final class RecordSearches {

    static final String BY_TAG = "listByTag";

    static final ApiCall GET_BY_TAG = ApiCall.get("/objects/tag");

    private RecordSearches() {}

    static CompletionStage<OperationResult> search(OperationContext context) {
        Map<String, String> query = ReadQuery.filters(context.parameters());
        query.putAll(ReadQuery.columns(context));
        if (!context.parameters().has(Parameter.IDS)) {
            return read(context, pages(context, request(context, context.type().collectionPath(), query)));
        }
        List<Long> ids = context.idsIn(Parameter.IDS);
        refuseStart(context.parameters());
        if (context.parameters().has(Parameter.SORT) && ids.size() > PageRequest.MAX_PAGE_SIZE) {
            throw new InvalidInputException("With ids, sort is possible only for up to " + PageRequest.MAX_PAGE_SIZE
                    + " ids; " + ids.size() + " were given");
        }
        return read(
                context,
                new IdPages(request(context, context.type().collectionPath(), query), ids, ReadQuery.order(context)));
    }

    static CompletionStage<OperationResult> listByTag(OperationContext context) {
        Parameter selector = context.parameters()
                .oneOf(Parameter.TAGS, Parameter.TAG_IDS)
                .orElseThrow(
                        () -> new InvalidInputException("Operation " + BY_TAG + " needs tags (one name) or tagIds"));
        String tag = tag(context.parameters(), selector);
        Map<String, String> query = ReadQuery.filters(context.parameters());
        query.putAll(ReadQuery.columns(context));
        query.put(selector == Parameter.TAGS ? "tag_name" : "tag_id", tag);
        return read(context, pages(context, request(context, GET_BY_TAG.path(), query)));
    }

    /** Refuses at start what would be refused with each message. */
    static void checkIds(ParameterValues values) {
        if (values.optionsSet().contains(Parameter.IDS)) {
            refuseStart(values);
        }
    }

    /** Refuses at start what would be refused with each message. */
    static void checkTag(ParameterValues values) {
        values.oneOf(Parameter.TAGS, Parameter.TAG_IDS).ifPresent(selector -> tag(values, selector));
    }

    private static void refuseStart(ParameterValues values) {
        if (values.number(Parameter.START).orElse(0L) > 0) {
            throw new InvalidInputException("With ids, start is not possible");
        }
    }

    private static String tag(ParameterValues values, Parameter selector) {
        List<?> tags = selector == Parameter.TAGS ? values.list(selector) : values.ids(selector);
        if (tags.size() != 1) {
            throw new InvalidInputException("Operation " + BY_TAG + " takes one tag, but " + selector.option() + " has "
                    + tags.size() + "; a name with a comma is given as a list in header " + Parameter.TAGS.header());
        }
        return tags.get(0).toString();
    }

    private static PageRequest request(OperationContext context, String path, Map<String, String> query) {
        return new PageRequest(
                context.client(),
                context.callContext(),
                context.type(),
                path,
                query,
                context.parameters().condition().orElse(null),
                context.parameters().fixed().pageSize(),
                context.parameters().number(Parameter.LIMIT).orElse(0L));
    }

    private static Pages pages(OperationContext context, PageRequest request) {
        String sort = context.parameters()
                .text(Parameter.SORT)
                .filter(field -> !field.equals("id"))
                .orElse(context.type().idField());
        long start = context.parameters().number(Parameter.START).orElse(0L);
        if (sort.equals(context.type().idField()) && start == 0) {
            return new KeysetPages(
                    request,
                    context.parameters()
                            .text(Parameter.SORT_DIR)
                            .filter("desc"::equals)
                            .isPresent());
        }
        Map<String, String> order = ReadQuery.order(context);
        order.putIfAbsent("sort", sort);
        return new OffsetPages(request, order, start);
    }

    private static CompletionStage<OperationResult> read(OperationContext context, Pages unmapped) {
        Pages pages = new MappedPages(context, unmapped);
        if (context.parameters().fixed().streaming()) {
            return context.inTurn(() -> RecordIterator.open(pages, context.callContext()))
                    .thenApply(OperationResult::of);
        }
        return context.inTurn(() -> PageReader.collect(pages)).thenApply(records -> {
            List<Map<String, Object>> maps = RecordMaps.distinct(records, context.type());
            return OperationResult.counted(maps, (long) maps.size());
        });
    }
}
