package io.github.camelontraport.api.condition;

/** Matches SQL patterns: {@code %} for any text, {@code _} for one character. */
final class LikePattern {

    private LikePattern() {}

    /** Not a regular expression, since several {@code %} would make one backtrack for very long on a long text. */
    static boolean match(String text, String pattern) {
        int[] t = text.codePoints().toArray();
        int[] p = pattern.codePoints().toArray();
        int inText = 0;
        int inPattern = 0;
        int afterPercent = -1;
        int retryFrom = 0;
        while (inText < t.length) {
            if (inPattern < p.length && p[inPattern] == '%') {
                afterPercent = ++inPattern;
                retryFrom = inText;
            } else if (inPattern < p.length && (p[inPattern] == '_' || p[inPattern] == t[inText])) {
                inPattern++;
                inText++;
            } else if (afterPercent >= 0) {
                inPattern = afterPercent;
                inText = ++retryFrom;
            } else {
                return false;
            }
        }
        while (inPattern < p.length && p[inPattern] == '%') {
            inPattern++;
        }
        return inPattern == p.length;
    }
}
