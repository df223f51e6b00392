package io.github.camelontraport.api.page;

import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Pages in the order of ids, each beginning behind the last id of the one before, so that rows added or removed
 * meanwhile shift nothing. Every page is checked: a server that ignored the bound or the order would otherwise make
 * rows come twice or never.
 */
public final class KeysetPages implements Pages {

    private final PageRequest request;
    private final boolean descending;
    private long last;
    private boolean started;
    private long read;
    private boolean ended;

    public KeysetPages(PageRequest request, boolean descending) {
        this.request = request;
        this.descending = descending;
    }

    /** Ascending ids that are higher than this one. */
    public static KeysetPages after(PageRequest request, long id) {
        KeysetPages pages = new KeysetPages(request, false);
        pages.last = id;
        pages.started = true;
        return pages;
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public CompletionStage<List<Map<String, Object>>> next() {
        int range = request.range(read);
        Map<String, String> page = Map.of(
                "range",
                Integer.toString(range),
                "start",
                "0",
                "sort",
                request.type().idField(),
                "sortDir",
                descending ? "desc" : "asc");
        return request.read(page, bounded()).thenApply(rows -> accept(rows, range));
    }

    private Condition bounded() {
        if (!started) {
            return request.condition();
        }
        Condition bound = Condition.of(
                request.type().idField(), descending ? Operator.LESS : Operator.GREATER, Long.toString(last));
        return request.condition() == null ? bound : request.condition().and(bound);
    }

    private List<Map<String, Object>> accept(List<Map<String, Object>> rows, int range) {
        if (rows.size() > range) {
            throw ignored(rows.size() + " rows where " + range + " were asked for");
        }
        for (Map<String, Object> row : rows) {
            long id = RecordParser.id(row, request.type())
                    .orElseThrow(() -> ignored("a row without " + request.type().idField()));
            if (started && (descending ? id >= last : id <= last)) {
                throw ignored("id " + id + " after id " + last);
            }
            last = id;
            started = true;
        }
        read += rows.size();
        ended = rows.size() < range || request.reached(read);
        return rows;
    }

    private RuntimeException ignored(String found) {
        return RecordParser.unexpected(
                request.path(),
                found + "; it ignored the condition, the sort or the page size, so rows could be lost or repeated");
    }
}
