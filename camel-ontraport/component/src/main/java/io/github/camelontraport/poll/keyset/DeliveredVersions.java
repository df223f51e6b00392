package io.github.camelontraport.poll.keyset;

import io.github.camelontraport.poll.checkpoint.ContentDigest;
import java.util.function.LongSupplier;

/**
 * Which version of which record was delivered: the second of its last change, and a digest of the content as long as
 * another version of that second may come to light.
 */
final class DeliveredVersions implements DeliveredLog {

    private final LongSupplier latest;
    private final VersionSet all = new VersionSet();
    private final VersionSet recent = new VersionSet();

    /** @param latest second that a change can have by now, unless it is dated in the future by mistake */
    DeliveredVersions(LongSupplier latest) {
        this.latest = latest;
    }

    @Override
    public boolean isNew(ScannedRow row) {
        Long delivered = all.second(row.id());
        if (delivered == null || delivered < row.position()) {
            return true;
        }
        if (delivered > row.position()) {
            // A copy of the database that lags behind; or the change that ends a mistake.
            return delivered > latest.getAsLong();
        }
        String digest = all.digest(row.id());
        return !digest.equals(VersionSet.CLOSED) && !digest.equals(ContentDigest.of(row.record()));
    }

    @Override
    public void add(ScannedRow row) {
        String digest = row.open() ? ContentDigest.of(row.record()) : VersionSet.CLOSED;
        all.put(row.position(), row.id(), digest);
        recent.put(row.position(), row.id(), digest);
    }

    @Override
    public void forget(long bound) {
        all.forget(bound);
        recent.forget(bound);
    }

    /** Any second may still get a row. */
    @Override
    public long advance(long bound) {
        return bound;
    }

    @Override
    public int size() {
        return all.size();
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
    public void read(String allText, String recentText, long bound) {
        all.read(allText, bound);
        all.read(recentText, bound);
        recent.read(recentText, bound);
    }
}
