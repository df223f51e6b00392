package io.github.camelontraport.poll.keyset;

import io.github.camelontraport.poll.checkpoint.ContentDigest;
import java.util.function.LongSupplier;

/**
 * The version of each record that was delivered: the second of its last change, and a digest of the content as long as
 * that second can still get another version.
 */
final class DeliveredVersions implements DeliveredLog {

    private final LongSupplier latest;
    private final VersionSet all = new VersionSet();
    private final VersionSet recent = new VersionSet();

    /** @param latest the latest second that a change can have now, unless it is dated in the future by mistake */
    DeliveredVersions(LongSupplier latest) {
        this.latest = latest;
    }

    @Override
    public Match match(ScannedRow row, long settled) {
        long second = row.position().main();
        Long delivered = all.second(row.id());
        if (delivered == null || delivered < second) {
            return Match.NEW;
        }
        if (delivered > second) {
            // A version of the future ends with any other one. A copy of the database lags by the settle time at most.
            boolean isNew = delivered > latest.getAsLong() || delivered <= settled;
            return isNew ? Match.NEW : Match.UNCLEAR;
        }
        String digest = all.digest(row.id());
        boolean isKnown = digest.equals(VersionSet.CLOSED) || digest.equals(ContentDigest.of(row.record()));
        return isKnown ? Match.DELIVERED : Match.NEW;
    }

    @Override
    public void add(ScannedRow row) {
        String digest = row.open() ? ContentDigest.of(row.record()) : VersionSet.CLOSED;
        all.put(row.position().main(), row.id(), digest);
        recent.put(row.position().main(), row.id(), digest);
    }

    @Override
    public void forget(Position watermark) {
        all.forget(watermark);
        recent.forget(watermark);
    }

    @Override
    public void removeAbove(long main) {
        all.removeAbove(main);
        recent.removeAbove(main);
    }

    @Override
    public long highest() {
        return all.highest();
    }

    @Override
    public void lower(Position watermark) {
        // What was forgotten is read and delivered again.
    }

    @Override
    public boolean reopen(Position place) {
        recent.forgetClosed(place);
        return all.forgetClosed(place);
    }

    /** Every second may still get a row. */
    @Override
    public Position advance(Position watermark) {
        return watermark;
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public int size(long main) {
        return all.size(main);
    }

    @Override
    public String all() {
        recent.clear();
        return all.write();
    }

    @Override
    public String recent() {
        return recent.write();
    }

    @Override
    public int recentSize() {
        return recent.size();
    }

    @Override
    public void read(String allText, String recentText, Position watermark) {
        all.read(allText, watermark);
        all.read(recentText, watermark);
        recent.read(recentText, watermark);
    }

    @Override
    public String ofFormatOne(String text) {
        return VersionSet.ofFormatOne(text);
    }
}
