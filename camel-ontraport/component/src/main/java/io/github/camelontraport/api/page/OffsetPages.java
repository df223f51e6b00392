package io.github.camelontraport.api.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Pages in an order other than that of ids, by offset: rows that move meanwhile may be missed or come twice. */
public final class OffsetPages implements Pages {

    /** Rows added in front can repeat a page, a small one even several times. */
    private static final int MAX_REPEATS = 5;

    private final PageRequest request;
    private final Map<String, String> order;
    private final long start;
    private long read;
    private boolean ended;
    /** Hashes of the rows of the previous page; the rows themselves belong to the reader. */
    private List<Integer> previous = List.of();

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

    /** Refuses only what moving rows do not explain: too many rows, or the same page without an end. */
    private List<Map<String, Object>> accept(List<Map<String, Object>> rows, int range) {
        if (rows.size() > range) {
            throw RecordParser.unexpected(request.path(), rows.size() + " rows where " + range + " were asked for");
        }
        List<Integer> hashes = rows.stream().map(Map::hashCode).toList();
        repeats = !rows.isEmpty() && hashes.equals(previous) ? repeats + 1 : 0;
        if (repeats == MAX_REPEATS) {
            throw RecordParser.unexpected(request.path(), "the same page over and over; it ignored start");
        }
        previous = hashes;
        read += rows.size();
        ended = rows.size() < range || request.reached(read);
        return rows;
    }
}
