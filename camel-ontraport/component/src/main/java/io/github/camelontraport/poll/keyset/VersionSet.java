package io.github.camelontraport.poll.keyset;

import io.github.camelontraport.poll.checkpoint.IdRanges;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/** One version of each record: the second of a change, and a digest unless that is not needed. */
final class VersionSet {

    /** In place of a digest: there is one version of that second only. */
    static final String CLOSED = "";

    private final Map<Long, Long> seconds = new HashMap<>();
    private final TreeMap<Long, TreeMap<Long, String>> bySecond = new TreeMap<>();

    /** Takes the place of what is known of the record. */
    void put(long second, long id, String digest) {
        Long before = seconds.put(id, second);
        if (before != null && before != second) {
            bySecond.get(before).remove(id);
        }
        bySecond.computeIfAbsent(second, key -> new TreeMap<>()).put(id, digest);
    }

    /** {@code null} when nothing is known of the record. */
    Long second(long id) {
        return seconds.get(id);
    }

    String digest(long id) {
        return bySecond.get(seconds.get(id)).get(id);
    }

    /** Up to this second. */
    void forget(long bound) {
        Map<Long, TreeMap<Long, String>> old = bySecond.headMap(bound, true);
        old.values().forEach(versions -> versions.keySet().forEach(seconds::remove));
        old.clear();
    }

    void clear() {
        seconds.clear();
        bySecond.clear();
    }

    int size() {
        return seconds.size();
    }

    /** Such as {@code 1760000100:5-30,44;1760000101:7=1f2e3d4c5b6a7988}. */
    String write() {
        StringJoiner text = new StringJoiner(";");
        bySecond.forEach((second, ids) -> {
            TreeSet<Long> closed = new TreeSet<>();
            ids.forEach((id, digest) -> {
                if (digest.equals(CLOSED)) {
                    closed.add(id);
                } else {
                    text.add(second + ":" + id + "=" + digest);
                }
            });
            if (!closed.isEmpty()) {
                text.add(second + ":" + IdRanges.write(closed));
            }
        });
        return text.toString();
    }

    /** Puts what a text holds, but for what lies at or below the bound. */
    void read(String text, long bound) {
        if (text.isEmpty()) {
            return;
        }
        for (String group : text.split(";")) {
            String[] parts = group.split("[:=]");
            long second = Long.parseLong(parts[0]);
            if (second > bound) {
                String digest = parts.length > 2 ? parts[2] : CLOSED;
                IdRanges.read(parts[1], id -> put(second, id, digest));
            }
        }
    }
}
