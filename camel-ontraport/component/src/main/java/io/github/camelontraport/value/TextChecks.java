package io.github.camelontraport.value;

/** Recognises texts that would not arrive as written. */
public final class TextChecks {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private TextChecks() {}

    /** Whether a text holds half of a character: a surrogate without its other half, which no encoding can write. */
    public static boolean isBroken(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (Character.isSurrogate(next)) {
                boolean pair = Character.isHighSurrogate(next)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** Whether a name is empty, or has invisible characters around it: blanks, a byte order mark, controls. */
    public static boolean isUnusableName(String name) {
        return name.isEmpty()
                || isInvisible(name.codePointAt(0))
                || isInvisible(name.codePointBefore(name.length()))
                || hasControl(name);
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text holds an invisible format character, such as a byte order mark. Joiners are part of emoji and scripts. */
    public static boolean hasInvisible(String text) {
        int character;
        for (int i = 0; i < text.length(); i += Character.charCount(character)) {
            character = text.codePointAt(i);
            if (Character.getType(character) == Character.FORMAT
                    && character != ZERO_WIDTH_JOINER
                    && character != ZERO_WIDTH_NON_JOINER) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
