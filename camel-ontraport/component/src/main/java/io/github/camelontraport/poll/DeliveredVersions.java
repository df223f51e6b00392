package io.github.camelontraport.poll;

/**
 * Which version of which record was delivered: the second of its last change, and a digest of the content as long as
 * another version of that second may come to light.
 */
final class DeliveredVersions implements Memory {

    private final Versions all = new Versions();
    private final Versions recent = new Versions();

    @Override
    public boolean isNew(Row row) {
        Long delivered = all.second(row.id());
        if (delivered == null || delivered < row.position()) {
            return true;
        }
        if (delivered > row.position()) {
            // A copy of the database that lags behind.
            return false;
        }
        String digest = all.digest(row.id());
        return !digest.equals(Versions.CLOSED) && !digest.equals(Digest.of(row.record()));
    }

    @Override
    public void add(Row row) {
        String digest = row.open() ? Digest.of(row.record()) : Versions.CLOSED;
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
    public long raised(long bound) {
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
