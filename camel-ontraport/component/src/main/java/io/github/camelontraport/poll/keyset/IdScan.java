package io.github.camelontraport.poll.keyset;

import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.poll.PollingClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows by ascending id. Ids are given once and grow, so a run of ids that are all known is skipped. */
final class IdScan implements Scan {

    private final PollingClient client;
    private final PageRequest request;
    private final DeliveredLog log;
    private KeysetPages pages;
    private long last;
    private boolean empty;

    IdScan(PollingClient client, PageRequest request, long after, DeliveredLog log) {
        this.client = client;
        this.request = request;
        this.log = log;
        this.last = after;
    }

    @Override
    public List<ScannedRow> next() {
        long from = log.advance(Position.through(last)).main();
        if (pages == null || from > last) {
            pages = KeysetPages.after(request, from);
            last = from;
        }
        List<ScannedRow> rows = new ArrayList<>();
        for (Map<String, Object> row : client.await(pages::next)) {
            last = RecordParser.id(row, request.type()).orElseThrow();
            rows.add(new ScannedRow(row, last, Position.through(last), Position.through(last - 1), false));
        }
        empty = rows.isEmpty();
        return rows;
    }

    @Override
    public boolean ended() {
        return pages != null && !pages.hasNext();
    }

    @Override
    public Position completeTo() {
        return empty ? Position.END : Position.through(last);
    }
}
