package io.github.camelontraport.api.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Pages in an order other than that of ids, by offset: rows that move meanwhile may be missed or come twice. */
public final class OffsetPages implements Pages {

    /** Rows added in front can show a page again, a small one even some times. */
    private static final int TOO_OFTEN = 5;

    private final PageRequest request;
    private final Map<String, String> order;
    private final long start;
    private long read;
    private boolean ended;
    /** Of the rows of the page before, which are their reader's by then. */
    private List<Integer> before = List.of();

    private int repeats;

    /**
     * @param order parameters sort and sortDir, as far as given
     * @param start rows to leave out at the beginning
     */
    public OffsetPages(PageRequest request, Map<String, String> order, long start) {
        this.request = request;
        this.order = Map.copyOf(order);
        this.start = start;
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public CompletionStage<List<Map<String, Object>>> next() {
        int range = request.range(read);
        Map<String, String> page = new LinkedHashMap<>(order);
        page.put("range", Integer.toString(range));
        page.put("start", Long.toString(start + read));
        return request.read(page, request.condition()).thenApply(rows -> accept(rows, range));
    }

    /** Only what moving rows do not explain: too many rows, or the same page over and over, without an end. */
    private List<Map<String, Object>> accept(List<Map<String, Object>> rows, int range) {
        if (rows.size() > range) {
            throw RecordParser.unexpected(request.path(), rows.size() + " rows where " + range + " were asked for");
        }
        List<Integer> prints = rows.stream().map(Map::hashCode).toList();
        repeats = !rows.isEmpty() && prints.equals(before) ? repeats + 1 : 0;
        if (repeats == TOO_OFTEN) {
            throw RecordParser.unexpected(request.path(), "the same page over and over; it ignored start");
        }
        before = prints;
        read += rows.size();
        ended = rows.size() < range || request.reached(read);
        return rows;
    }
}
