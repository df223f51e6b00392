package io.github.camelontraport.poll.keyset;

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
 * Rows by the second of their last change, those of one second by id. The API sorts by one field only. Where a page ends
 * inside a second, its rows of that second are dropped and the next page begins with the second; a second with more rows
 * than a page is read by id.
 */
final class TimeScan implements Scan {

    private final PollingClient client;
    private final PageRequest request;
    private final String field;
    private final Duration settleTime;
    private long from;
    private Operator bound = Operator.GREATER;
    /** The pages of one second; {@code null} while whole seconds are read. */
    private KeysetPages second;
    /** The last id that was read in the second. */
    private long within;

    private boolean ended;
    private boolean empty;

    /** @param settleTime how long after the beginning of its second the last change in it is visible */
    TimeScan(PollingClient client, PageRequest request, String field, Duration settleTime, Position after) {
        this.client = client;
        this.request = request;
        this.field = field;
        this.settleTime = settleTime;
        this.from = after.main();
        if (!after.isWhole()) {
            beginSecond(after.within());
        }
    }

    private void beginSecond(long afterId) {
        second = KeysetPages.after(narrowed(Operator.EQUAL), afterId);
        within = afterId;
    }

    private PageRequest narrowed(Operator operator) {
        Condition place = Condition.of(field, operator, Long.toString(from));
        return request.with(
                request.condition() == null ? place : request.condition().and(place));
    }

    @Override
    public List<ScannedRow> next() {
        return second == null ? wholeSeconds() : withinSecond();
    }

    private List<ScannedRow> wholeSeconds() {
        Optional<Instant> began = client.serverTime();
        PageRequest narrowed = narrowed(bound);
        Map<String, String> page =
                Map.of("sort", field, "sortDir", "asc", "start", "0", "range", Integer.toString(request.pageSize()));
        List<ScannedRow> rows = rows(client.await(() -> narrowed.read(page, narrowed.condition())), began);
        check(rows);
        rows.sort(Comparator.comparing(ScannedRow::position));
        ended = rows.size() < request.pageSize();
        empty = rows.isEmpty();
        long last = empty ? from : second(rows.get(rows.size() - 1));
        from = last;
        if (ended) {
            return rows;
        }
        if (second(rows.get(0)) == last) {
            beginSecond(0);
            return List.of();
        }
        bound = Operator.AT_LEAST;
        return rows.stream().filter(row -> second(row) < last).toList();
    }

    private List<ScannedRow> withinSecond() {
        Optional<Instant> began = client.serverTime();
        List<ScannedRow> rows = rows(client.await(second::next), began);
        for (ScannedRow row : rows) {
            if (second(row) != from) {
                throw ignored(field + " " + second(row) + " where " + from + " was asked for");
            }
            within = row.id();
        }
        if (!second.hasNext()) {
            second = null;
            bound = Operator.GREATER;
        }
        return rows;
    }

    private static long second(ScannedRow row) {
        return row.position().main();
    }

    private List<ScannedRow> rows(List<Map<String, Object>> records, Optional<Instant> began) {
        List<ScannedRow> rows = new ArrayList<>(records.size());
        long previous = within;
        for (Map<String, Object> record : records) {
            long id = RecordParser.id(record, request.type())
                    .orElseThrow(() -> ignored("a row without " + request.type().idField()));
            long at = UnixTime.of(record, field, request.path());
            Position before = second == null ? Position.through(at - 1) : new Position(at, previous);
            rows.add(new ScannedRow(record, id, new Position(at, id), before, isOpen(at, began)));
            previous = id;
        }
        return rows;
    }

    /**
     * Until its second is over and has settled, another change in the same second may appear. The reply shows whether the
     * server's clock was set back before the request.
     */
    private boolean isOpen(long second, Optional<Instant> began) {
        Instant settled = Instant.ofEpochSecond(second).plus(settleTime);
        return began.isEmpty()
                || began.get().isBefore(settled)
                || client.serverTime().filter(settled::isAfter).isPresent();
    }

    private void check(List<ScannedRow> rows) {
        if (rows.size() > request.pageSize()) {
            throw ignored(rows.size() + " rows where " + request.pageSize() + " were asked for");
        }
        Set<Long> ids = new HashSet<>();
        long before = bound == Operator.GREATER ? from + 1 : from;
        for (ScannedRow row : rows) {
            if (second(row) < before) {
                throw ignored(field + " " + second(row) + " after " + before);
            }
            if (!ids.add(row.id())) {
                throw ignored("id " + row.id() + " twice");
            }
            before = second(row);
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
    public Position completeTo() {
        if (second != null) {
            return new Position(from, within);
        }
        if (empty) {
            return Position.END;
        }
        return Position.through(ended || bound == Operator.GREATER ? from : from - 1);
    }
}
