package io.github.camelontraport.option;

import io.github.camelontraport.api.InvalidInputException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Reads the options in the query of an endpoint URI, by Camel's rules for {@code RAW(...)} and {@code RAW{...}}: such a value
 * ends with the bracket before the next {@code &} or at the end of the URI.
 */
final class UriQuery {

    private static final String RAW = "RAW";
    private static final String OPENING = "({";
    private static final String CLOSING = ")}";
    private static final String ESCAPED_PERCENT = "%25";
    /** In a text block the next option begins on a new line. */
    private static final Pattern LINE_END = Pattern.compile("\\n\\s*$");

    private static final Pattern UNESCAPED_PERCENT = Pattern.compile("%(?!25)");

    private UriQuery() {}

    /** The options as they are written: a plain value is literally meant. */
    static Map<String, Object> written(String query) {
        return read(query, value -> value, UriQuery::unescape);
    }

    /** The options of a query that Camel has encoded. */
    static Map<String, Object> encoded(String query) {
        return read(query, UriQuery::decode, UriQuery::unescapeAll);
    }

    /** What Camel's normal form of {@link #written} options means. */
    static Map<String, Object> normalized(String query) {
        return read(query, UriQuery::decode, value -> unescape(unescapeAll(value)));
    }

    /** The query with the percent signs in RAW values as they were before Camel escaped them. */
    static String unescapedRaw(String query) {
        StringBuilder unescaped = new StringBuilder();
        int position = 0;
        while (position < query.length()) {
            int valueStart = Math.min(keyEnd(query, position), query.length());
            if (query.startsWith("=", valueStart)) {
                valueStart++;
            }
            int end = valueEnd(query, valueStart);
            String value = query.substring(valueStart, end);
            unescaped
                    .append(query, position, valueStart)
                    .append(rawKind(value, 0) < 0 ? value : unescapeAll(value))
                    .append(query, end, Math.min(end + 1, query.length()));
            position = end + 1;
        }
        return unescaped.toString();
    }

    /** YAML and Camel's own components write every percent sign in RAW as %25. Where one is not, all are literally meant. */
    private static String unescape(String raw) {
        return UNESCAPED_PERCENT.matcher(raw).find() ? raw : unescapeAll(raw);
    }

    private static String unescapeAll(String raw) {
        return raw.replace(ESCAPED_PERCENT, "%");
    }

    private static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static Map<String, Object> read(String query, UnaryOperator<String> plain, UnaryOperator<String> raw) {
        Map<String, Object> options = new LinkedHashMap<>();
        int position = 0;
        while (position < query.length()) {
            int valueStart = keyEnd(query, position) + 1;
            String key = query.substring(position, Math.min(valueStart - 1, query.length()));
            if (valueStart > query.length() || query.charAt(valueStart - 1) == '&') {
                add(options, plain.apply(key.strip()), "");
                position = valueStart;
                continue;
            }
            int end = valueEnd(query, valueStart);
            String value = query.substring(valueStart, end);
            add(options, plain.apply(key.strip()), rawKind(value, 0) < 0 ? plain(value, plain) : raw(key, value, raw));
            position = end + 1;
        }
        return options;
    }

    private static int keyEnd(String query, int start) {
        int end = start;
        while (end < query.length() && query.charAt(end) != '=' && query.charAt(end) != '&') {
            end++;
        }
        return end;
    }

    private static int valueEnd(String query, int start) {
        int kind = rawKind(query, start);
        int end = start;
        while (end < query.length()) {
            boolean closed = kind < 0 || (end > start && query.charAt(end - 1) == CLOSING.charAt(kind));
            if (query.charAt(end) == '&' && closed) {
                return end;
            }
            end++;
        }
        return end;
    }

    /** Which bracket opens a RAW value; negative when the value is plain. */
    private static int rawKind(String query, int start) {
        return query.startsWith(RAW, start) && start + RAW.length() < query.length()
                ? OPENING.indexOf(query.charAt(start + RAW.length()))
                : -1;
    }

    private static String plain(String value, UnaryOperator<String> meaning) {
        return meaning.apply(LINE_END.matcher(value).replaceFirst(""));
    }

    private static String raw(String key, String value, UnaryOperator<String> meaning) {
        int start = RAW.length() + 1;
        if (value.length() == start || value.charAt(value.length() - 1) != CLOSING.charAt(rawKind(value, 0))) {
            throw new InvalidInputException("Option " + key.strip() + " begins with " + value.substring(0, start)
                    + " but has no closing bracket" + " at its end");
        }
        return meaning.apply(value.substring(start, value.length() - 1));
    }

    private static void add(Map<String, Object> options, String key, String value) {
        if (key.isEmpty()) {
            throw new InvalidInputException(
                    "An option has no name. Is its = part of a value with & in it? Write that value as RAW(value)");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new InvalidInputException(
                    "Option " + key + " holds half of a surrogate pair, which is no character and cannot be sent");
        }
        options.merge(key, value, (before, next) -> {
            List<Object> values = new ArrayList<>(before instanceof List<?> several ? several : List.of(before));
            values.add(next);
            return values;
        });
    }
}
