package io.github.camelontraport.campaign.world;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** One input of a sync. */
final class SyncRows {

    private static final int MOST = 60;

    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final int generation;

    /** @param isUnique whether each row has a key of its own */
    SyncRows(Random random, int generation, boolean isUnique) {
        this.generation = generation;
        int keys = 1 + random.nextInt(MOST);
        for (int i = random.nextInt(MOST); i >= 0; i--) {
            String email = isUnique
                    ? "g" + generation + "k" + i + "@example.com"
                    : "k" + random.nextInt(keys) + "@example.com";
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("email", random.nextInt(8) == 0 && !isUnique ? email.toUpperCase(Locale.ROOT) : email);
            row.put("firstname", "v" + random.nextInt(3));
            rows.add(row);
        }
    }

    int size() {
        return rows.size();
    }

    int generation() {
        return generation;
    }

    /** By key: the last row of a key wins. */
    Map<String, Object> wanted() {
        Map<String, Object> last = new LinkedHashMap<>();
        rows.forEach(row -> last.put(key(row), row.get("firstname")));
        return last;
    }

    static String key(Map<?, ?> row) {
        return String.valueOf(row.get("email")).toLowerCase(Locale.ROOT);
    }

    /** @param breaksAt number of rows before it throws */
    Iterator<Map<String, Object>> iterator(int breaksAt) {
        Iterator<Map<String, Object>> all = rows.iterator();
        return new Iterator<>() {

            private int given;

            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public Map<String, Object> next() {
                if (given == breaksAt) {
                    throw new IllegalStateException("The input breaks off");
                }
                given++;
                return all.next();
            }
        };
    }
}
