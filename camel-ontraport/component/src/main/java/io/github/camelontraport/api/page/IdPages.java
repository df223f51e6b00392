package io.github.camelontraport.api.page;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Reads records by their ids, a page of ids in each call. Ids that do not exist are left out. */
public final class IdPages implements Pages {

    private final PageRequest request;
    private final List<Long> ids;
    private final Map<String, String> order;
    private int requested;
    private long read;

    /** @param order parameters sort and sortDir within each call, as far as given */
    public IdPages(PageRequest request, List<Long> ids, Map<String, String> order) {
        this.request = request;
        this.ids = List.copyOf(ids);
        this.order = Map.copyOf(order);
    }

    @Override
    public boolean hasNext() {
        return requested < ids.size() && !request.reached(read);
    }

    @Override
    public CompletionStage<List<Map<String, Object>>> next() {
        // Each call sorts its own records only, so sorted records are read with one call where a call can hold them.
        int range = order.isEmpty() ? request.pageSize() : PageRequest.MAX_PAGE_SIZE;
        List<Long> chunk = ids.subList(requested, Math.min(requested + range, ids.size()));
        Map<String, String> page = new LinkedHashMap<>(order);
        page.put("ids", chunk.stream().map(String::valueOf).collect(Collectors.joining(",")));
        page.put("range", Integer.toString(range));
        requested += chunk.size();
        return request.read(page, request.condition()).thenApply(rows -> cut(checked(rows, chunk)));
    }

    /** A server that ignored the ids would otherwise deliver other records. */
    private List<Map<String, Object>> checked(List<Map<String, Object>> rows, List<Long> chunk) {
        Set<Long> wanted = new HashSet<>(chunk);
        for (Map<String, Object> row : rows) {
            OptionalLong id = RecordParser.id(row, request.type());
            if (id.isEmpty() || !wanted.remove(id.getAsLong())) {
                throw RecordParser.unexpected(
                        request.path(),
                        "a record that was not asked for (or twice): "
                                + (id.isEmpty() ? "without an id" : "id " + id.getAsLong()));
            }
        }
        return rows;
    }

    private List<Map<String, Object>> cut(List<Map<String, Object>> rows) {
        long left = request.limit() == 0 ? rows.size() : Math.min(rows.size(), request.limit() - read);
        read += left;
        return rows.subList(0, (int) left);
    }
}
