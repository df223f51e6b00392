package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.value.BodyReader;
import io.github.camelontraport.value.ValueEncoder;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The forms that inputs take, each read from whatever a header or option may hold. */
public final class ParameterParsers {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "HEAD");

    private ParameterParsers() {}

    static Object any(Object value, String where) {
        return value;
    }

    static String text(Object value, String where) {
        String text = value.toString();
        if (text.isBlank()) {
            throw new InvalidInputException(where + " is empty; leave it out if it is not meant");
        }
        return text;
    }

    /** A plus in an option of a URI reads as a blank, and no address has one. */
    static String email(Object value, String where) {
        String text = text(value, where).strip();
        if (text.matches("(?s).*\\s.*")) {
            throw new InvalidInputException(where + ": '" + text + "' holds a blank, which no e-mail address does; "
                    + "an option with + in it is written RAW(name+part@example.com)");
        }
        return text;
    }

    public static Long id(Object value, String where) {
        String text = value.toString().strip();
        try {
            long id = Long.parseLong(text);
            if (id > 0 && text.charAt(0) != '+') {
                return id;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw new InvalidInputException(where + ": '" + value + "' is not an id, a positive whole number");
    }

    static Long whole(Object value, String where) {
        String text = value.toString().strip();
        if (!text.matches("\\d{1,18}")) {
            throw new InvalidInputException(where + ": '" + value + "' is not a whole number of 0 or more");
        }
        return Long.valueOf(text);
    }

    public static Boolean flag(Object value, String where) {
        return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new InvalidInputException(where + ": '" + value + "' is neither true nor false");
        };
    }

    static String direction(Object value, String where) {
        return oneOf(value.toString().strip().toLowerCase(Locale.ROOT), List.of("asc", "desc"), where);
    }

    static String method(Object value, String where) {
        return oneOf(value.toString().strip().toUpperCase(Locale.ROOT), METHODS, where);
    }

    private static String oneOf(String value, List<String> allowed, String where) {
        if (!allowed.contains(value)) {
            throw new InvalidInputException(
                    where + ": '" + value + "' is not one of " + allowed + "." + Suggestions.hint(value, allowed));
        }
        return value;
    }

    /** The API's JSON as text, list or node, or the short form as text. */
    static Condition condition(Object value, String where) {
        try {
            return Condition.parse(
                    value instanceof Collection<?> clauses
                            ? new ValueEncoder(ZoneOffset.UTC).plain(clauses).toString()
                            : value.toString());
        } catch (InvalidInputException e) {
            throw new InvalidInputException(where + ": " + e.getMessage(), e);
        }
    }

    /** A list, or a text cut at commas. */
    static List<String> list(Object value, String where) {
        return elements(value, where).stream().map(String::valueOf).toList();
    }

    /** One or more names, without repeats. What is no name is refused, as the API creates every tag it does not know. */
    static List<String> names(Object value, String where) {
        List<?> elements = someOf(value, where);
        elements.forEach(element -> {
            if (!isName(element)) {
                throw new InvalidInputException(where + ": '" + element + "' is not a name");
            }
        });
        return elements.stream().map(String::valueOf).distinct().toList();
    }

    private static boolean isName(Object element) {
        boolean single = element instanceof CharSequence
                || element instanceof Number
                || element instanceof Character
                || element instanceof Enum
                || element instanceof UUID;
        return single && !element.toString().isBlank();
    }

    /** One or more ids, without repeats. */
    static List<Long> ids(Object value, String where) {
        return someOf(value, where).stream()
                .map(element -> id(String.valueOf(element), where))
                .distinct()
                .toList();
    }

    private static List<?> someOf(Object value, String where) {
        List<?> elements = elements(value, where);
        if (elements.isEmpty()) {
            throw new InvalidInputException(where + " is empty; leave it out if it is not meant");
        }
        return elements;
    }

    /** The elements of a list, which may hold commas, as JSON text too; or the parts of a text between its commas. */
    private static List<?> elements(Object value, String where) {
        Object plain =
                value instanceof CharSequence text && text.toString().strip().startsWith("[")
                        ? json(text.toString(), where)
                        : plain(value);
        if (plain instanceof Collection<?> elements) {
            return elements.stream().map(ParameterParsers::plain).toList();
        }
        if (plain instanceof CharSequence text) {
            return Arrays.stream(text.toString().split(","))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
        return plain == null ? List.of() : List.of(plain);
    }

    private static Object json(String list, String where) {
        try {
            return BodyReader.plain(list);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    where + ": '" + list + "' begins like a list in JSON, but is none. A name that "
                            + "begins with [ is given as an element of a list");
        }
    }

    private static Object plain(Object value) {
        return value instanceof JsonNode || value != null && value.getClass().isArray()
                ? BodyReader.plain(value)
                : value;
    }

    /** A list in the only form that a query has for one. */
    private static String parameter(Object value) {
        return value instanceof Collection<?> || value instanceof Object[]
                ? String.join(",", list(value, ""))
                : String.valueOf(value);
    }

    static Map<String, String> map(Object value, String where) {
        if (!(value instanceof Map<?, ?> entries)) {
            throw new InvalidInputException(where + ": needs a map of names to values, not a "
                    + value.getClass().getSimpleName());
        }
        Map<String, String> texts = new LinkedHashMap<>();
        entries.forEach((name, entry) -> {
            if (entry == null) {
                // Left out, a missing id would mean every record to some calls.
                throw new InvalidInputException(
                        where + ": '" + name + "' has no value; leave it out if it is not meant");
            }
            texts.put(String.valueOf(name), parameter(entry));
        });
        return texts;
    }
}
