package io.github.camelontraport.poll;

import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which version of which record was delivered: the second of its last change, and a digest of the content where that
 * second was not over yet, because the record can change once more in it. As text: {@code 1760000100:5-30,44;
 * 1760000101:7=1f2e3d4c5b6a7988}.
 */
final class DeliveredVersions implements Memory {

    private static final String CLOSED = "";

    private final Map<Long, Long> seconds = new HashMap<>();
    private final TreeMap<Long, TreeMap<Long, String>> bySecond = new TreeMap<>();
    private final TreeMap<Long, TreeMap<Long, String>> recent = new TreeMap<>();
    private int recentSize;

    @Override
    public boolean isNew(Row row) {
        Long delivered = seconds.get(row.id());
        if (delivered == null || delivered < row.position()) {
            return true;
        }
        if (delivered > row.position()) {
            // A copy of the database that lags behind.
            return false;
        }
        String digest = bySecond.get(delivered).get(row.id());
        return !digest.equals(CLOSED) && !digest.equals(Digest.of(row.record()));
    }

    @Override
    public void add(Row row) {
        String digest = row.open() ? Digest.of(row.record()) : CLOSED;
        put(row.position(), row.id(), digest);
        recent.computeIfAbsent(row.position(), second -> new TreeMap<>()).put(row.id(), digest);
        recentSize++;
    }

    private void put(long second, long id, String digest) {
        Long before = seconds.put(id, second);
        if (before != null && before != second) {
            bySecond.get(before).remove(id);
        }
        bySecond.computeIfAbsent(second, key -> new TreeMap<>()).put(id, digest);
    }

    @Override
    public void forget(long bound) {
        Map<Long, TreeMap<Long, String>> old = bySecond.headMap(bound, true);
        old.values().forEach(versions -> versions.keySet().forEach(seconds::remove));
        old.clear();
        if (!recent.isEmpty() && recent.firstKey() <= bound) {
            recent.headMap(bound, true).clear();
            recentSize = recent.values().stream().mapToInt(Map::size).sum();
        }
    }

    /** Any second may still get a row. */
    @Override
    public long raised(long bound) {
        return bound;
    }

    @Override
    public int size() {
        return seconds.size();
    }

    @Override
    public String all() {
        recent.clear();
        recentSize = 0;
        return write(bySecond);
    }

    @Override
    public String recent() {
        return write(recent);
    }

    @Override
    public int recentSize() {
        return recentSize;
    }

    private static String write(TreeMap<Long, TreeMap<Long, String>> versions) {
        StringJoiner text = new StringJoiner(";");
        versions.forEach((second, ids) -> {
            TreeSet<Long> closed = new TreeSet<>();
            ids.forEach((id, digest) -> {
                if (digest.equals(CLOSED)) {
                    closed.add(id);
                } else {
                    text.add(second + ":" + id + "=" + digest);
                }
            });
            if (!closed.isEmpty()) {
                text.add(second + ":" + Ranges.write(closed));
            }
        });
        return text.toString();
    }

    @Override
    public void read(String text, long bound) {
        if (text.isEmpty()) {
            return;
        }
        for (String group : text.split(";")) {
            String[] parts = group.split("[:=]");
            long second = Long.parseLong(parts[0]);
            if (second > bound) {
                String digest = parts.length > 2 ? parts[2] : CLOSED;
                Ranges.read(parts[1], id -> {
                    if (seconds.getOrDefault(id, Long.MIN_VALUE) <= second) {
                        put(second, id, digest);
                    }
                });
            }
        }
    }
}
