package io.github.camelontraport.poll.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.UnixTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows by the second of their last change, those of one second by id. The API sorts by one field only, so where a page
 * ends inside a second, its rows of that second are put aside and the next page begins with it; a second with more rows
 * than a page is read by id.
 */
final class TimeScan implements Scan {

    private final PollingClient source;
    private final PageRequest request;
    private final String field;
    private final Duration settleTime;
    private long from;
    private Operator bound = Operator.GREATER;
    private KeysetPages second;
    private boolean ended;
    private boolean empty;

    /** @param settleTime how long after the beginning of its second the last change in it is visible */
    TimeScan(PollingClient source, PageRequest request, String field, Duration settleTime, long after) {
        this.source = source;
        this.request = request;
        this.field = field;
        this.settleTime = settleTime;
        this.from = after;
    }

    @Override
    public List<ScannedRow> next() {
        return second == null ? bySecond() : withinSecond();
    }

    private List<ScannedRow> bySecond() {
        Optional<Instant> began = source.serverTime();
        List<ScannedRow> rows = rows(
                source.await(request.read(
                        Map.of(
                                "sort",
                                field,
                                "sortDir",
                                "asc",
                                "start",
                                "0",
                                "range",
                                Integer.toString(request.pageSize())),
                        Conditions.by(request.condition(), Condition.of(field, bound, Long.toString(from))))),
                began);
        check(rows);
        rows.sort(Comparator.comparingLong(ScannedRow::position).thenComparingLong(ScannedRow::id));
        ended = rows.size() < request.pageSize();
        empty = rows.isEmpty();
        long last = empty ? from : rows.get(rows.size() - 1).position();
        if (ended) {
            from = last;
            return rows;
        }
        if (rows.get(0).position() == last) {
            from = last;
            second = KeysetPages.after(
                    request.with(Conditions.by(
                            request.condition(), Condition.of(field, Operator.EQUAL, Long.toString(last)))),
                    0);
            return List.of();
        }
        from = last;
        bound = Operator.AT_LEAST;
        return rows.stream().filter(row -> row.position() < last).toList();
    }

    private List<ScannedRow> withinSecond() {
        Optional<Instant> began = source.serverTime();
        List<ScannedRow> rows = rows(source.await(second.next()), began);
        for (ScannedRow row : rows) {
            if (row.position() != from) {
                throw ignored(field + " " + row.position() + " where " + from + " was asked for");
            }
        }
        if (!second.hasNext()) {
            second = null;
            bound = Operator.GREATER;
        }
        return rows;
    }

    private List<ScannedRow> rows(List<JsonNode> records, Optional<Instant> began) {
        List<ScannedRow> rows = new ArrayList<>(records.size());
        for (JsonNode row : records) {
            long id = RecordParser.id(row, request.type())
                    .orElseThrow(() -> ignored("a row without " + request.type().idField()));
            long at = UnixTime.of(row, field, request.path());
            // Until its second is over and has settled, another change in the same second may come to light.
            rows.add(new ScannedRow(
                    row,
                    id,
                    at,
                    began.isEmpty()
                            || began.get().isBefore(Instant.ofEpochSecond(at).plus(settleTime))));
        }
        return rows;
    }

    private void check(List<ScannedRow> rows) {
        if (rows.size() > request.pageSize()) {
            throw ignored(rows.size() + " rows where " + request.pageSize() + " were asked for");
        }
        Set<Long> ids = new HashSet<>();
        long before = bound == Operator.GREATER ? from + 1 : from;
        for (ScannedRow row : rows) {
            if (row.position() < before) {
                throw ignored(field + " " + row.position() + " after " + before);
            }
            if (!ids.add(row.id())) {
                throw ignored("id " + row.id() + " twice");
            }
            before = row.position();
        }
    }

    private RuntimeException ignored(String found) {
        return RecordParser.unexpected(
                request.path(),
                found + "; it ignored the condition, the sort or the page size, so records could be lost or repeated");
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public long completeTo() {
        if (empty) {
            return Long.MAX_VALUE;
        }
        return ended || (second == null && bound == Operator.GREATER) ? from : from - 1;
    }
}
