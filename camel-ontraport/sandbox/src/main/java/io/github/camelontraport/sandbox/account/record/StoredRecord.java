package io.github.camelontraport.sandbox.account.record;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One record with its versions. Writes replace the latest version. Reads see the latest visible version, which differs from
 * the latest one while a visibility delay is not over or the record is held. Guarded by the account's lock.
 */
public final class StoredRecord {

    private final long id;
    private Deque<Version> newestFirst = new ArrayDeque<>();
    private boolean held;

    StoredRecord(long id) {
        this.id = id;
    }

    public long id() {
        return id;
    }

    public void write(Map<String, String> values, Instant now, Instant visibleFrom) {
        dropObsoleteVersions(now);
        newestFirst.addFirst(new Version(held ? Instant.MAX : visibleFrom, Collections.unmodifiableMap(values)));
    }

    /** Hides the latest version and all further ones from reads until {@link #release}. */
    public void hold() {
        held = true;
        newestFirst.addFirst(new Version(Instant.MAX, newestFirst.removeFirst().values()));
    }

    /** Makes the latest version of a held record visible. No effect on other records. */
    public void release(Instant now) {
        if (held) {
            held = false;
            write(latest(), now, now);
        }
    }

    /** Adds a null field to all versions, so that no version becomes visible by it. */
    public void addField(String name) {
        Deque<Version> extended = new ArrayDeque<>();
        newestFirst.forEach(version -> extended.addLast(version.with(name)));
        newestFirst = extended;
    }

    /** Removes a field from all versions. */
    public void removeField(String name) {
        Deque<Version> reduced = new ArrayDeque<>();
        newestFirst.forEach(version -> reduced.addLast(version.without(name)));
        newestFirst = reduced;
    }

    public Map<String, String> latest() {
        return newestFirst.getFirst().values();
    }

    public Optional<Map<String, String>> visibleAt(Instant now) {
        for (Version version : newestFirst) {
            if (version.visibleAt(now)) {
                return Optional.of(version.values());
            }
        }
        return Optional.empty();
    }

    private void dropObsoleteVersions(Instant now) {
        boolean seen = false;
        for (Iterator<Version> versions = newestFirst.iterator(); versions.hasNext(); ) {
            boolean visible = versions.next().visibleAt(now);
            if (seen) {
                versions.remove();
            }
            seen |= visible;
        }
    }

    private record Version(Instant visibleFrom, Map<String, String> values) {

        boolean visibleAt(Instant now) {
            return !visibleFrom.isAfter(now);
        }

        Version without(String field) {
            Map<String, String> reduced = new LinkedHashMap<>(values);
            reduced.remove(field);
            return new Version(visibleFrom, Collections.unmodifiableMap(reduced));
        }

        Version with(String field) {
            Map<String, String> extended = new LinkedHashMap<>(values);
            extended.put(field, null);
            return new Version(visibleFrom, Collections.unmodifiableMap(extended));
        }
    }
}
