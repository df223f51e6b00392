package io.github.camelontraport.api.condition;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Compares texts like the most lenient collations of MySQL: no case, no accents, no blanks at the end. */
final class CollatedText {

    /** Letters that some collations take for others, though Unicode does not decompose them. */
    private static final Map<Integer, String> ALIKE = Map.of(
            (int) '\u00C6',
            "AE",
            (int) '\u0152',
            "OE",
            (int) '\u00D8',
            "O",
            (int) '\u0110',
            "D",
            (int) '\u00D0',
            "D",
            (int) '\u00DE',
            "TH",
            (int) '\u0141',
            "L",
            (int) '\u0126',
            "H",
            (int) '\u0166',
            "T");

    /** Some collations see one and the same character in all that lies beyond 16 bits, such as emoji. */
    private static final String BEYOND = "\uFFFD";

    /** Accents and invisible format characters. */
    private static final Pattern IGNORED = Pattern.compile("[\\p{M}\\p{Cf}]+");

    private CollatedText() {}

    static boolean equal(String a, String b) {
        return folded(a).stripTrailing().equals(folded(b).stripTrailing());
    }

    /** Whether the text fits a pattern with {@code %} for any text and {@code _} for one character. */
    static boolean like(String text, String pattern) {
        return LikePattern.match(folded(text), folded(pattern))
                || LikePattern.match(
                        folded(text).stripTrailing(), folded(pattern).stripTrailing())
                // Folding can make two letters of one, which a _ would then miss.
                || LikePattern.match(composed(text), composed(pattern));
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String folded(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        // By way of lower case, so that both kinds of sharp s become SS, and ending in upper case, which has one sigma.
        String upper = IGNORED.matcher(decomposed)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(upper.length());
        upper.codePoints()
                .forEach(c -> folded.append(
                        Character.isSupplementaryCodePoint(c) ? BEYOND : ALIKE.getOrDefault(c, Character.toString(c))));
        return folded.toString();
    }
}
