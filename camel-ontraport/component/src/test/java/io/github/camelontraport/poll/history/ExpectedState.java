package io.github.camelontraport.poll.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What happened in the account, with which the deliveries are compared. Ticks count the changes. */
final class ExpectedState {

    /** @param in whether the consumer's filter lets it through */
    record Version(int tick, boolean in, Instant at, Instant visible) {}

    /** One record. */
    static final class Life {

        private final List<Version> versions = new ArrayList<>();
        private boolean ended;

        Version first() {
            return versions.get(0);
        }

        Version last() {
            return versions.get(versions.size() - 1);
        }

        boolean lives() {
            return !ended;
        }

        boolean alwaysIn() {
            return versions.stream().allMatch(Version::in);
        }

        /** Whether it was visible then, after so many changes to the account. */
        boolean wasVisible(int ticks, Instant when) {
            return versions.stream().anyMatch(version -> version.tick <= ticks && !version.visible.isAfter(when));
        }

        /** What of it the consumer could see, nothing newer being visible. */
        boolean isSeen(int tick, Instant when) {
            return versions.stream().anyMatch(version -> version.tick == tick && !version.visible.isAfter(when));
        }
    }

    private final Map<Long, Life> records = new LinkedHashMap<>();
    /** Tags on records, by the id of the row that says so. */
    private final Map<Long, Life> tags = new TreeMap<>();

    private final Map<Long, Long> tagged = new TreeMap<>();
    private final Map<Long, Long> tagOf = new TreeMap<>();
    private int tick;
    private int stepsBack;

    int next() {
        return ++tick;
    }

    int now() {
        return tick;
    }

    void wrote(long id, Version version) {
        records.computeIfAbsent(id, key -> new Life()).versions.add(version);
    }

    void ended(long id) {
        records.get(id).ended = true;
    }

    void tagged(long row, long record, long tag, Version version) {
        tagOf.put(row, tag);
        if (tagged.putIfAbsent(row, record) == null) {
            Life life = new Life();
            life.versions.add(version);
            tags.put(row, life);
        }
    }

    void tagsAreNow(Set<Long> rows) {
        tags.forEach((row, life) -> life.ended = !rows.contains(row));
    }

    Map<Long, Life> records() {
        return records;
    }

    Map<Long, Life> tags() {
        return tags;
    }

    /** Whether the last change of a record is dated so late that it cannot have settled. */
    boolean isAhead(Instant serverTime) {
        return records.values().stream()
                .anyMatch(
                        life -> life.lives() && life.last().at().plusSeconds(62).isAfter(serverTime));
    }

    long tagOf(long row) {
        return tagOf.get(row);
    }

    void clockWasSetBack() {
        stepsBack++;
    }

    /** How often the server's clock was set back. */
    int stepsBack() {
        return stepsBack;
    }

    Life taggedRecord(long row) {
        return records.get(tagged.get(row));
    }

    List<Long> living() {
        return records.entrySet().stream()
                .filter(entry -> entry.getValue().lives())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The highest id that a reader could see. */
    long highest(Map<Long, Life> lives, Instant when) {
        return lives.entrySet().stream()
                .filter(entry -> entry.getValue().lives() && entry.getValue().wasVisible(tick, when))
                .mapToLong(Map.Entry::getKey)
                .max()
                .orElse(0);
    }
}
