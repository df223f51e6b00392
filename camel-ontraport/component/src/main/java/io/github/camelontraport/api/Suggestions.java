package io.github.camelontraport.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name nearest to a misspelt one. */
public final class Suggestions {

    private Suggestions() {}

    /**
     * The candidate with the smallest edit distance, case ignored; empty when nothing is reasonably near, which for a
     * short word means to have a letter in common.
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        String wanted = word.toLowerCase(Locale.ROOT);
        int reach = Math.max(2, wanted.length() / 3);
        record Scored(String name, int distance) {}
        return candidates.stream()
                .map(name -> new Scored(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(scored -> scored.distance() <= reach && scored.distance() < wanted.length())
                .min(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
                .map(Scored::name);
    }

    /** A sentence to append to an error message, starting with a blank, or the empty text. */
    public static String hint(String word, Collection<String> candidates) {
        return to(word, candidates).map(name -> " Did you mean '" + name + "'?").orElse("");
    }

    /** Levenshtein distance over two rolling rows. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
