package io.github.camelontraport.poll.keyset;

import io.github.camelontraport.poll.checkpoint.FormatOne;
import io.github.camelontraport.poll.checkpoint.IdSet;

/** The ids above the watermark that were delivered. */
final class DeliveredIds implements DeliveredLog {

    private final IdSet ids = new IdSet();
    private final IdSet recent = new IdSet();
    private long forgotten = IdSet.NONE;

    @Override
    public Match match(ScannedRow row, long settled) {
        return ids.contains(row.id()) ? Match.DELIVERED : Match.NEW;
    }

    @Override
    public void add(ScannedRow row) {
        ids.add(row.id());
        recent.add(row.id());
    }

    @Override
    public void forget(Position watermark) {
        forgotten = watermark.main();
        ids.removeUpTo(forgotten);
        recent.removeUpTo(forgotten);
    }

    @Override
    public void removeAbove(long main) {
        ids.removeAbove(main);
        recent.removeAbove(main);
    }

    @Override
    public long highest() {
        return ids.highest();
    }

    @Override
    public void lower(Position watermark) {
        forgotten = watermark.main();
    }

    /** Ids do not depend on the clock. */
    @Override
    public boolean reopen(Position place) {
        return false;
    }

    /**
     * Ids are given once, so nothing can appear among ids that follow the watermark without a gap. A scan under way may
     * ask for a watermark that was raised meanwhile.
     */
    @Override
    public Position advance(Position watermark) {
        return Position.through(ids.endOfRun(Math.max(watermark.main(), forgotten)));
    }

    @Override
    public int size() {
        return (int) ids.size();
    }

    @Override
    public int size(long main) {
        return (int) ids.count(IdSet.NONE, main);
    }

    @Override
    public String all() {
        recent.clear();
        return ids.write();
    }

    @Override
    public String recent() {
        return recent.write();
    }

    @Override
    public int recentSize() {
        return (int) recent.size();
    }

    @Override
    public void read(String allText, String recentText, Position watermark) {
        if (!allText.isEmpty()) {
            ids.add(IdSet.read(allText));
        }
        recent.add(IdSet.read(recentText));
        ids.add(recent);
        forget(watermark);
    }

    @Override
    public String ofFormatOne(String text) {
        return FormatOne.ids(text);
    }
}
