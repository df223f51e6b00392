package io.github.camelontraport.api;

import java.util.regex.Pattern;

/** Makes texts from outside fit for messages and logs. */
final class OneLine {

    private static final int CAP = 500;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cc}\\u2028\\u2029]+");

    private OneLine() {}

    /** The text as one line, so that it cannot forge lines of a log, and capped. */
    static String of(String text) {
        String line = BLANKS.matcher(text).replaceAll(" ").strip();
        if (line.length() <= CAP) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(CAP - 1)) ? CAP - 1 : CAP;
        return line.substring(0, end) + "...";
    }
}
