package io.github.camelontraport.poll.keyset;

import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.RecordFilter;
import io.github.camelontraport.poll.UnixTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Finds the second at which a consumer of {@code updated} with {@code startFrom=now} begins.
 *
 * @param field the time of the last change
 * @param times what counts as the future, and as settled
 */
record InitialTimeResolver(PollingClient client, PollSpec spec, String field, EventStrategy times) {

    /**
     * The latest second that is not in the future. While a change in it may still become visible, the watermark stands
     * before it, and also before what a small step of the server's clock can lead to. The records in between are logged.
     * Records that are dated in the future are logged too. Changes that are made
     * while all these are read have a later second, and are delivered.
     */
    long now(DeliveredLog log) {
        long latest = latest(null);
        if (latest > times.ceiling()) {
            latest = latest(condition(Operator.AT_MOST, times.ceiling()));
            add(
                    log,
                    spec.unfiltered(client, null),
                    Position.through(times.ceiling() + times.settleTime().toSeconds()));
        }
        if (latest <= times.settledCeiling() && client.serverTime().isPresent()) {
            checkIsLatest(latest);
            return latest;
        }
        long below = Math.min(latest, times.ceiling() - ServerClockWatch.TOLERANCE.toSeconds()) - 1;
        add(log, spec.unfiltered(client, condition(Operator.AT_MOST, latest)), Position.through(below));
        return below;
    }

    /** Two rows of one second do not show whether the server sorted: a later one must then be a change made just now. */
    private void checkIsLatest(long latest) {
        PageRequest request = spec.bare(client, spec.type(), spec.type().idField() + "," + field, null, 0);
        List<ScannedRow> later =
                new TimeScan(client, request, field, times.settleTime(), Position.through(latest)).next();
        OptionalLong second = later.stream()
                .mapToLong(row -> row.position().main())
                .filter(at -> at <= times.ceiling())
                .max();
        if (second.isPresent() && latest(condition(Operator.AT_MOST, times.ceiling())) < second.getAsLong()) {
            throw unsorted(request.path(), field + " " + latest + " although there is " + second.getAsLong());
        }
    }

    private static RuntimeException unsorted(String path, String found) {
        return RecordParser.unexpected(
                path, found + " where the latest was asked for first; it ignored the sort, so records could be lost");
    }

    private void add(DeliveredLog log, PageRequest request, Position after) {
        Scan scan = new TimeScan(client, request, field, times.settleTime(), after);
        while (!scan.ended()) {
            scan.next().forEach(log::add);
        }
    }

    private Condition condition(Operator operator, long second) {
        return Condition.of(field, operator, Long.toString(second));
    }

    /** One row would do, but only two show whether the server sorts. */
    long latest(Condition condition) {
        PageRequest request = spec.bare(client, spec.type(), spec.type().idField() + "," + field, condition, 2);
        List<Map<String, Object>> rows = client.await(
                () -> request.read(Map.of("sort", field, "sortDir", "desc", "start", "0", "range", "2"), condition));
        List<Long> seconds = rows.stream()
                .map(row -> UnixTime.of(row, field, request.path()))
                .toList();
        if (seconds.size() == 2 && seconds.get(0) < seconds.get(1)) {
            throw unsorted(request.path(), field + " " + seconds);
        }
        rows.forEach(row -> new RecordFilter(condition, Map.of()).check(row, request.path()));
        return seconds.isEmpty() ? 0 : seconds.get(0);
    }
}
