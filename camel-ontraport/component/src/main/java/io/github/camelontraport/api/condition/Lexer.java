package io.github.camelontraport.api.condition;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.condition.Token.Kind;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the short form into tokens, one at a time, so that what is wrong further right does not hide an earlier fault. */
final class Lexer {

    /** Letters, digits, underscores and combining marks of any script; {@code //} leads to a related record's field. */
    private static final Pattern WORD =
            Pattern.compile("NAME(//NAME){0,3}".replace("NAME", "[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*"));
    /** More than a number can hold, so that 2024-01-05 or 5th is refused as one piece and not as a riddle of several. */
    private static final Pattern NUMBER_LIKE = Pattern.compile("-?[0-9][\\p{L}\\p{N}_.:-]*");

    private static final Pattern SYMBOL = Pattern.compile("[=<>!&|]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Map<Character, Kind> SINGLE = Map.of('(', Kind.OPEN, ')', Kind.CLOSE, ',', Kind.COMMA);
    private static final String TYPOGRAPHIC_QUOTES = "\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB\u00B4`";
    private static final int SHOWN = 200;

    private final String text;
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    Token next() {
        take(BLANKS);
        int start = at;
        if (at == text.length()) {
            return new Token(Kind.END, "", start + 1);
        }
        char first = text.charAt(at);
        if (first == '\'' || first == '"') {
            return new Token(first == '"' ? Kind.LABEL_OR_STRING : Kind.STRING, quoted(first), start + 1);
        }
        if (SINGLE.containsKey(first)) {
            at++;
            return new Token(SINGLE.get(first), String.valueOf(first), start + 1);
        }
        String word = take(WORD);
        if (word != null) {
            return new Token(Kind.WORD, word, start + 1);
        }
        String symbol = take(SYMBOL);
        if (symbol != null) {
            return new Token(Kind.SYMBOL, symbol, start + 1);
        }
        return number(start);
    }

    private Token number(int start) {
        String number = take(NUMBER_LIKE);
        if (number == null) {
            String found = text.substring(at, text.offsetByCodePoints(at, 1));
            throw wrong(
                    start + 1,
                    "unexpected character '" + found + "'. "
                            + (TYPOGRAPHIC_QUOTES.contains(found)
                                    ? "Use straight quotes: ' or \""
                                    : "Put texts into quotes."));
        }
        if (!ConditionValues.isNumber(number)) {
            throw wrong(
                    start + 1,
                    "'" + number + "' is not a number. Put texts into quotes; "
                            + "compare date fields with Unix seconds.");
        }
        return new Token(Kind.NUMBER, number, start + 1);
    }

    private String quoted(char quote) {
        int start = at;
        StringBuilder content = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                at++;
                boolean doubled = at < text.length() && text.charAt(at) == quote;
                if (!doubled) {
                    return content.toString();
                }
            }
            content.append(c);
        }
        throw wrong(
                start + 1,
                "the text that starts here has no closing " + quote + ". A quote inside a text is written twice.");
    }

    private String take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher.group();
    }

    InvalidInputException wrong(int position, String message) {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
        return new InvalidInputException(
                "Condition, position " + position + ": " + message + " The condition is: " + shown);
    }
}
