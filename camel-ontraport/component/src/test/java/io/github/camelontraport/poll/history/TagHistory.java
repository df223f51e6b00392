package io.github.camelontraport.poll.history;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tags that had the watched name, one after the other. A consumer looks the name up only now and then, so the name
 * moves at most once between two looks.
 */
final class TagHistory {

    static final String NAME = "Watched";

    private static final int TAG_TYPE = 14;
    private static final int TAG_SUBSCRIBERS = 138;

    private final OntraportSandbox sandbox;
    private final ExpectedState expected;
    private final long first;
    /** The change with which a tag got the name. */
    private final Map<Long, Integer> named = new HashMap<>();
    /** The tags that the consumer found under the name. */
    private final Set<Long> found = new HashSet<>();

    /** Tags that had the name and have another one now. */
    private final List<Long> former = new ArrayList<>();

    private long current;
    /** When the current tag can be seen, by the server's clock. */
    private Instant visibleFrom = Instant.MIN;

    private int moves;
    private int movesFound;
    private boolean isWatched;

    TagHistory(OntraportSandbox sandbox, ExpectedState expected) {
        this.sandbox = sandbox;
        this.expected = expected;
        this.first = create();
    }

    long first() {
        return first;
    }

    private long create() {
        current = sandbox.create(TAG_TYPE, Map.of("tag_name", NAME, "object_type_id", "0"));
        named.put(current, expected.now());
        visibleFrom = Instant.MIN;
        return current;
    }

    /** The consumer made its first contact. */
    void isWatched() {
        isWatched = true;
        movesFound = -1;
    }

    int moves() {
        return moves;
    }

    /**
     * The consumer looked the name up, after so many moves and before the next. A tag that becomes visible late is found by a
     * later look, before which the name does not move either.
     *
     * @param began when the poll began, by the server's clock
     */
    void lookedUp(int movesBefore, Instant began) {
        if (movesBefore == moves && !visibleFrom.isAfter(began)) {
            movesFound = moves;
            if (current > 0) {
                found.add(current);
            }
        }
    }

    /** Whether the consumer knew the tag of the row, and the row was added when the tag had the name. */
    boolean isOwed(long row) {
        long tag = expected.tagOf(row);
        return found.contains(tag) && expected.tags().get(row).first().tick() > named.get(tag);
    }

    /** The name has a tag, at any rate. */
    void recreate() {
        if (current == 0) {
            moves++;
            create();
        }
    }

    void move(History.Step step) {
        if (isWatched && movesFound != moves) {
            return;
        }
        moves++;
        expected.next();
        if (current == 0) {
            create();
            return;
        }
        if (step.a() % 2 == 0) {
            sandbox.delete(TAG_TYPE, current);
        } else {
            sandbox.update(TAG_TYPE, current, Map.of("tag_name", formerName(current)));
            former.add(current);
        }
        current = 0;
        if (step.b() % 3 > 0) {
            create();
        }
    }

    /** The name of a tag to add: mostly the watched one, also that of a tag that had it. */
    String name(int chance) {
        return former.isEmpty() || chance % 2 > 0 ? NAME : formerName(former.get(chance % former.size()));
    }

    private static String formerName(long tag) {
        return "Former " + tag;
    }

    /** A tag was added by name, which may have made the tag anew. */
    void added(ExpectedState.Version version) {
        sandbox.records(TAG_SUBSCRIBERS).forEach(row -> {
            long tag = number(row.get("tag_id"));
            if (current == 0 && !named.containsKey(tag)) {
                current = tag;
                named.put(tag, version.tick() - 1);
                visibleFrom = version.visible();
                moves++;
            }
            expected.tagged(number(row.get("id")), number(row.get("object_id")), tag, version);
        });
    }

    void lookAtRows() {
        expected.tagsAreNow(sandbox.records(TAG_SUBSCRIBERS).stream()
                .map(row -> number(row.get("id")))
                .collect(Collectors.toSet()));
    }

    private static long number(Object text) {
        return Long.parseLong(text.toString());
    }
}
