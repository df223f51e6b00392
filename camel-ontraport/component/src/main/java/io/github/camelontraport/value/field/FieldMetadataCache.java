package io.github.camelontraport.value.field;

import io.github.camelontraport.api.cache.CachedValue;
import io.github.camelontraport.api.time.TimeSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the endpoints of one account know of a type: its metadata, what records have that the metadata lacks, and what was
 * warned of. Thread-safe.
 */
public final class FieldMetadataCache {

    /** Records bring a limited number of names; a fault of the server must not fill the memory. */
    private static final int MAX_NAMES = 10_000;

    private final CachedValue<TypeMetadata> metadata;
    /** For each name that a record had and the metadata did not: after how many reads of the metadata. */
    private final Map<String, Integer> unlisted = new ConcurrentHashMap<>();

    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    public FieldMetadataCache(TimeSource timing) {
        this.metadata = new CachedValue<>(timing);
    }

    public CachedValue<TypeMetadata> metadata() {
        return metadata;
    }

    /** Whether a name that a record has and the metadata lacks is a reason to read the metadata again. */
    public boolean isNews(String name) {
        if (unlisted.size() < MAX_NAMES) {
            unlisted.putIfAbsent(name, metadata.reads());
        }
        return unlisted.containsKey(name) && !isUnlisted(name);
    }

    /** Whether records have brought this name, and metadata read afterwards lacks it. */
    public boolean isUnlisted(String name) {
        Integer seen = unlisted.get(name);
        return seen != null && metadata.isReadAfter(seen);
    }

    /** Whether records have brought this name, although the metadata lacked it at that time. */
    public boolean isSeen(String name) {
        return unlisted.containsKey(name);
    }

    /** Whether this is the first warning about the subject. */
    public boolean isFirstWarning(String subject) {
        return warned.size() < MAX_NAMES && warned.add(subject);
    }
}
