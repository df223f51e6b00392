package io.github.camelontraport.poll.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.poll.PollingClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Rows by ascending id. Ids are given once and grow, so a run of ids that are all known has nothing to read. */
final class IdScan implements Scan {

    private final PollingClient source;
    private final PageRequest request;
    private final LongUnaryOperator endOfRun;
    private KeysetPages pages;
    private long last;
    private boolean empty;

    /** @param endOfRun from an id, the last of the ids above it that are known without a gap; itself when there are none */
    IdScan(PollingClient source, PageRequest request, long after, LongUnaryOperator endOfRun) {
        this.source = source;
        this.request = request;
        this.endOfRun = endOfRun;
        this.last = after;
    }

    @Override
    public List<ScannedRow> next() {
        long from = endOfRun.applyAsLong(last);
        if (pages == null || from > last) {
            pages = KeysetPages.after(request, from);
            last = from;
        }
        List<ScannedRow> rows = new ArrayList<>();
        for (JsonNode row : source.await(pages.next())) {
            last = RecordParser.id(row, request.type()).orElseThrow();
            rows.add(new ScannedRow(row, last, last, false));
        }
        empty = rows.isEmpty();
        return rows;
    }

    @Override
    public boolean ended() {
        return pages != null && !pages.hasNext();
    }

    @Override
    public long completeTo() {
        return empty ? Long.MAX_VALUE : last;
    }
}
