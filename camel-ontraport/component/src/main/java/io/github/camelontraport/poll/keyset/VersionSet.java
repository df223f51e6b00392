package io.github.camelontraport.poll.keyset;

import io.github.camelontraport.poll.checkpoint.FormatOne;
import io.github.camelontraport.poll.checkpoint.IdSet;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** One version of each record: the second of a change, and a digest unless that is not needed. */
final class VersionSet {

    /** In place of a digest: the second has only this version of the record. */
    static final String CLOSED = "";

    /** A version takes some hundred bytes of memory, so that a damaged text must not name very many. */
    private static final int MAX_SIZE = 1_000_000;

    private final Map<Long, Long> seconds = new HashMap<>();
    private final TreeMap<Long, TreeMap<Long, String>> bySecond = new TreeMap<>();

    /** Replaces the known version of the record. */
    void put(long second, long id, String digest) {
        Long before = seconds.put(id, second);
        if (before != null && before != second) {
            remove(before, id);
        }
        bySecond.computeIfAbsent(second, key -> new TreeMap<>()).put(id, digest);
    }

    private void remove(long second, long id) {
        Map<Long, String> versions = bySecond.get(second);
        versions.remove(id);
        if (versions.isEmpty()) {
            bySecond.remove(second);
        }
    }

    /** {@code null} when no version of the record is known. */
    Long second(long id) {
        return seconds.get(id);
    }

    String digest(long id) {
        return bySecond.get(seconds.get(id)).get(id);
    }

    void forget(Position watermark) {
        Map<Long, TreeMap<Long, String>> old = bySecond.headMap(watermark.main(), watermark.isWhole());
        old.values().forEach(versions -> versions.keySet().forEach(seconds::remove));
        old.clear();
        if (!watermark.isWhole() && bySecond.containsKey(watermark.main())) {
            Map<Long, String> done = bySecond.get(watermark.main()).headMap(watermark.within(), true);
            done.keySet().forEach(seconds::remove);
            done.clear();
            bySecond.computeIfPresent(watermark.main(), (second, versions) -> versions.isEmpty() ? null : versions);
        }
    }

    void removeAbove(long second) {
        Map<Long, TreeMap<Long, String>> above = bySecond.tailMap(second, false);
        above.values().forEach(versions -> versions.keySet().forEach(seconds::remove));
        above.clear();
    }

    /** The highest second; {@link IdSet#NONE} when the set is empty. */
    long highest() {
        return bySecond.isEmpty() ? IdSet.NONE : bySecond.lastKey();
    }

    /**
     * Removes the versions above this place that have no digest.
     *
     * @return whether there were any
     */
    boolean forgetClosed(Position place) {
        Map<Long, Long> closed = new HashMap<>();
        bySecond.tailMap(place.main(), true)
                .forEach((second, versions) -> versions.forEach((id, digest) -> {
                    if (digest.equals(CLOSED) && new Position(second, id).compareTo(place) > 0) {
                        closed.put(id, second);
                    }
                }));
        closed.forEach((id, second) -> {
            seconds.remove(id);
            remove(second, id);
        });
        return !closed.isEmpty();
    }

    void clear() {
        seconds.clear();
        bySecond.clear();
    }

    int size() {
        return seconds.size();
    }

    /** How many versions are of this second or an earlier one. */
    int size(long second) {
        return bySecond.headMap(second, true).values().stream()
                .mapToInt(Map::size)
                .sum();
    }

    /** Such as {@code 1760000100=3:5+1,38;1760000101=1:7#1f2e3d4c5b6a7988}: seconds, ids, and the digest of one id. */
    String write() {
        StringJoiner text = new StringJoiner(";");
        bySecond.forEach((second, versions) -> {
            IdSet closed = new IdSet();
            versions.forEach((id, digest) -> {
                if (digest.equals(CLOSED)) {
                    closed.add(id);
                } else {
                    text.add(second + "=1:" + id + "#" + digest);
                }
            });
            if (!closed.isEmpty()) {
                text.add(second + "=" + closed.write());
            }
        });
        return text.toString();
    }

    /**
     * Puts the versions of the text, except those at or below the watermark.
     *
     * @throws RuntimeException when the text is damaged
     */
    void read(String text, Position watermark) {
        if (text.isEmpty()) {
            return;
        }
        int left = MAX_SIZE;
        for (String group : text.split(";")) {
            String[] parts = group.split("[=#]", 3);
            long second = Long.parseLong(parts[0]);
            String digest = parts.length > 2 ? parts[2] : CLOSED;
            IdSet ids = IdSet.read(parts[1], left);
            left -= (int) ids.size();
            ids.forEach(IdSet.NONE, Long.MAX_VALUE, id -> {
                if (new Position(second, id).compareTo(watermark) > 0) {
                    put(second, id, digest);
                }
            });
        }
    }

    /** The text of format 1, {@code 1760000100:5-6,44;1760000101:7=1f2e3d4c5b6a7988}, as {@link #write} would write it. */
    static String ofFormatOne(String text) {
        if (text.isEmpty()) {
            return "";
        }
        StringJoiner written = new StringJoiner(";");
        for (String group : text.split(";")) {
            String[] parts = group.split("[:=]", 3);
            written.add(Long.parseLong(parts[0]) + "=" + FormatOne.ids(parts[1], MAX_SIZE)
                    + (parts.length > 2 ? "#" + parts[2] : ""));
        }
        return written.toString();
    }
}
