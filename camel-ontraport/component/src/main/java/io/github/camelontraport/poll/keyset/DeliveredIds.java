package io.github.camelontraport.poll.keyset;

import io.github.camelontraport.poll.checkpoint.IdRanges;
import java.util.TreeSet;

/** The ids above the bound that were delivered. */
final class DeliveredIds implements DeliveredLog {

    private final TreeSet<Long> ids = new TreeSet<>();
    private final TreeSet<Long> recent = new TreeSet<>();
    private long forgotten = Long.MIN_VALUE;

    @Override
    public boolean isNew(ScannedRow row) {
        return !ids.contains(row.id());
    }

    @Override
    public void add(ScannedRow row) {
        ids.add(row.id());
        recent.add(row.id());
    }

    @Override
    public void forget(long bound) {
        forgotten = bound;
        ids.headSet(bound, true).clear();
        recent.headSet(bound, true).clear();
    }

    /**
     * An id is given once: what follows the bound without a gap leaves nothing that could still appear. A pass under way
     * may ask for a bound that has meanwhile risen.
     */
    @Override
    public long advance(long bound) {
        long end = Math.max(bound, forgotten);
        while (ids.contains(end + 1)) {
            end++;
        }
        return end;
    }

    @Override
    public int size() {
        return ids.size();
    }

    @Override
    public String all() {
        recent.clear();
        return IdRanges.write(ids);
    }

    @Override
    public String recent() {
        return IdRanges.write(recent);
    }

    @Override
    public int recentSize() {
        return recent.size();
    }

    @Override
    public void read(String allText, String recentText, long bound) {
        read(allText, bound, ids);
        read(recentText, bound, ids);
        read(recentText, bound, recent);
    }

    private static void read(String text, long bound, TreeSet<Long> into) {
        IdRanges.read(text, id -> {
            if (id > bound) {
                into.add(id);
            }
        });
    }
}
