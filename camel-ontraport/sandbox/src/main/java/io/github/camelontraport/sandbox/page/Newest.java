package io.github.camelontraport.sandbox.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The end of a list. */
final class Newest {

    private Newest() {}

    /** At most so many of the last elements, the last one first. */
    static <T> List<T> of(List<T> oldestFirst, int most) {
        List<T> newest =
                new ArrayList<>(oldestFirst.subList(Math.max(0, oldestFirst.size() - most), oldestFirst.size()));
        Collections.reverse(newest);
        return newest;
    }
}
