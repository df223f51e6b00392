package io.github.camelontraport.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the known name nearest to a misspelt one. */
public final class Suggestions {

    private Suggestions() {}

    private record Scored(String name, int distance) {}

    /**
     * The candidate with the smallest edit distance, case ignored; of several the first by alphabet. Empty when nothing is
     * near: one edit is allowed, and from six letters on one for every three.
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        return nearest(word, candidates).map(Scored::name);
    }

    /** As {@link #to(String, Collection)}. At the same distance, a preferred candidate wins over the others. */
    public static Optional<String> to(String word, Collection<String> preferred, Collection<String> others) {
        return Stream.of(preferred, others)
                .flatMap(candidates -> nearest(word, candidates).stream())
                .min(Comparator.comparingInt(Scored::distance))
                .map(Scored::name);
    }

    private static Optional<Scored> nearest(String word, Collection<String> candidates) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .map(name -> new Scored(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(scored -> isNear(scored, wanted))
                .min(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name));
    }

    /** The shorter of the two decides how many edits are few. One letter at least is the same. */
    private static boolean isNear(Scored scored, String wanted) {
        int letters = Math.min(wanted.length(), scored.name().length());
        return scored.distance() <= Math.max(1, letters / 3) && scored.distance() < wanted.length();
    }

    /** A sentence to append to an error message, starting with a blank, or the empty text. */
    public static String hint(String word, Collection<String> candidates) {
        return hint(word, List.of(), candidates);
    }

    /** As {@link #hint(String, Collection)}. At the same distance, a preferred candidate wins over the others. */
    public static String hint(String word, Collection<String> preferred, Collection<String> others) {
        return to(word, preferred, others)
                .map(name -> " Did you mean '" + name + "'?")
                .orElse("");
    }

    /** Levenshtein distance over rolling rows. Two neighbours that changed places are one edit. */
    private static int distance(String a, String b) {
        int[] beforePrevious = new int[b.length() + 1];
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
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            beforePrevious = previous;
            previous = current;
        }
        return previous[b.length()];
    }
}
