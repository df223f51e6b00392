package io.github.camelontraport.poll.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelontraport.poll.checkpoint.IdSet;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The ids of the tags that a consumer watches: one, or several when the name that it was given came to mean another tag.
 * Each has the id of a tag subscriber through which its rows are done.
 */
final class WatchedTags {

    private final Map<Long, Long> doneThrough = new TreeMap<>();

    boolean isEmpty() {
        return doneThrough.isEmpty();
    }

    boolean contains(long tag) {
        return doneThrough.containsKey(tag);
    }

    Set<Long> ids() {
        return doneThrough.keySet();
    }

    void add(long tag, long rowsDoneThrough) {
        doneThrough.putIfAbsent(tag, rowsDoneThrough);
    }

    /** The rows of all tags are done through this id. */
    void doneThrough(long row) {
        doneThrough.replaceAll((tag, before) -> Math.max(before, row));
    }

    /** No row with a higher id was done. */
    void lower(long row) {
        doneThrough.replaceAll((tag, before) -> Math.min(before, row));
    }

    boolean isDone(long tag, long row) {
        return row <= doneThrough.getOrDefault(tag, IdSet.NONE);
    }

    void read(JsonNode tags) {
        tags.forEach(tag -> add(tag.path("id").asLong(), tag.path("doneThrough").asLong()));
    }

    void write(ArrayNode tags) {
        doneThrough.forEach((tag, row) -> tags.addObject().put("id", tag).put("doneThrough", row));
    }

    static WatchedTags of(Collection<Long> ids) {
        WatchedTags tags = new WatchedTags();
        ids.forEach(id -> tags.add(id, IdSet.NONE));
        return tags;
    }
}
