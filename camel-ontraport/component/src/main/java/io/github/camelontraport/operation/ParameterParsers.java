package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.node.ContainerNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.value.BodyReader;
import io.github.camelontraport.value.ScalarReader;
import io.github.camelontraport.value.TextChecks;
import io.github.camelontraport.value.ValueEncoder;
import io.github.camelontraport.value.name.IdOrName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.BaseStream;

/** The parsers of parameters. Each accepts whatever form a header or option may hold, and refuses anything else by name. */
public final class ParameterParsers {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "HEAD");
    /** Stands between the tags in the API's list of them. */
    private static final String TAG_SEPARATOR = "*/*";

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

    private ParameterParsers() {}

    /** Ids, which are read when the type is known: a list, records, or a text. */
    static Object records(Object value, String source) {
        boolean readOnce = value instanceof Iterator || value instanceof BaseStream;
        return isContainer(value) || readOnce ? value : ScalarReader.text(value, source);
    }

    static String text(Object value, String source) {
        String text = ScalarReader.text(value, source);
        if (text.isBlank()) {
            throw new InvalidInputException(source + " is empty; leave it out if it is not meant");
        }
        return text;
    }

    /** No address contains a blank. In an option of a URI, a plus is read as a blank. */
    static String email(Object value, String source) {
        String text = text(value, source).strip();
        if (text.matches("(?s).*\\s.*")) {
            throw new InvalidInputException(source + ": '" + text + "' holds a blank, which no e-mail address does; "
                    + "an option with + in it is written RAW(name+part@example.com)");
        }
        return text;
    }

    public static Long id(Object value, String source) {
        String text = ScalarReader.text(value, source).strip();
        try {
            long id = Long.parseLong(text);
            if (id > 0 && text.charAt(0) != '+') {
                return id;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw new InvalidInputException(source + ": '" + text + "' is not an id, a positive whole number");
    }

    static Long whole(Object value, String source) {
        String text = ScalarReader.text(value, source).strip();
        if (!WHOLE.matcher(text).matches()) {
            throw new InvalidInputException(source + ": '" + text + "' is not a whole number of 0 or more");
        }
        return Long.valueOf(text);
    }

    public static Boolean flag(Object value, String source) {
        String text = ScalarReader.text(value, source).strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new InvalidInputException(source + ": '" + text + "' is neither true nor false");
        };
    }

    static String direction(Object value, String source) {
        return oneOf(ScalarReader.text(value, source).strip().toLowerCase(Locale.ROOT), List.of("asc", "desc"), source);
    }

    static String method(Object value, String source) {
        return oneOf(ScalarReader.text(value, source).strip().toUpperCase(Locale.ROOT), METHODS, source);
    }

    private static String oneOf(String value, List<String> allowed, String source) {
        if (!allowed.contains(value)) {
            throw new InvalidInputException(
                    source + ": '" + value + "' is not one of " + allowed + "." + Suggestions.hint(value, allowed));
        }
        return value;
    }

    /** The API's JSON as text, list or node, or the short form as text. */
    static Condition condition(Object value, String source, ValueEncoder encoder) {
        try {
            return Condition.parse(
                    isContainer(value) ? encoder.plain(value).toString() : ScalarReader.text(value, source));
        } catch (InvalidInputException e) {
            throw new InvalidInputException(source + ": " + e.getMessage(), e);
        }
    }

    /** Names of fields: a list, or a text cut at commas. */
    static List<String> list(Object value, String source) {
        return elements(value, source);
    }

    /** One or more names of tags, each once. */
    static List<String> tags(Object value, String source) {
        List<String> names = notEmpty(elements(value, source), source);
        names.forEach(name -> {
            if (name.contains(TAG_SEPARATOR)) {
                throw new InvalidInputException(
                        source + ": '" + name + "' holds " + TAG_SEPARATOR + ", which separates tags for the API");
            }
            if (TextChecks.isUnusableName(name)) {
                // It would be another tag than the one that looks the same, and the API creates the tags it does not
                // know.
                throw new InvalidInputException(source + ": '" + name.strip()
                        + "' holds a control character, or has an invisible character at its beginning or end");
            }
        });
        return names.stream().distinct().toList();
    }

    /** One or more ids, each once. */
    static List<Long> ids(Object value, String source) {
        return notEmpty(elements(value, source), source).stream()
                .map(element -> id(element, source))
                .distinct()
                .toList();
    }

    /** One or more records, by id or by name. */
    static List<IdOrName> references(Object value, String source) {
        return notEmpty(elements(value, source), source).stream()
                .map(element -> IdOrName.parse(element, source))
                .distinct()
                .toList();
    }

    /** One record, by id or by name, which may hold commas. */
    static List<IdOrName> reference(Object value, String source) {
        return List.of(IdOrName.parse(text(value, source).strip(), source));
    }

    private static List<String> notEmpty(List<String> elements, String source) {
        if (elements.isEmpty()) {
            throw new InvalidInputException(source + " is empty; leave it out if it is not meant");
        }
        return elements;
    }

    /** The elements of a list or JSON array, which may hold commas; or the parts of a text between its commas. */
    private static List<String> elements(Object value, String source) {
        Object list = isContainer(value) ? value : ScalarReader.text(value, source);
        if (list instanceof String text) {
            if (!text.strip().startsWith("[")) {
                return Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
            }
            list = json(text, source);
        }
        if (BodyReader.plain(list) instanceof Collection<?> elements) {
            return elements.stream().map(element -> element(element, source)).toList();
        }
        throw new InvalidInputException(source + " is a record, but a list is needed");
    }

    /** An element, as strict as the part of a text: stripped, and never empty. */
    private static String element(Object element, String source) {
        Object plain = ScalarReader.unwrapped(element);
        String text = plain == null
                ? ""
                : ScalarReader.text(plain, source + ": an element").strip();
        if (text.isEmpty()) {
            throw new InvalidInputException(source + ": an element of the list is empty");
        }
        return text;
    }

    private static Object json(String list, String source) {
        try {
            return BodyReader.plain(list);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    source + ": '" + list + "' begins like a list in JSON, but is not one. A name that "
                            + "begins with [ is given as an element of a list");
        }
    }

    /** Whether the value has elements or fields; texts and bytes have not. */
    private static boolean isContainer(Object value) {
        Object plain = ScalarReader.unwrapped(value);
        return plain instanceof Collection
                || plain instanceof Map
                || plain instanceof ContainerNode
                || (plain instanceof Iterable<?> && !(plain instanceof Path))
                || (plain != null && plain.getClass().isArray() && !(plain instanceof byte[]));
    }

    /** Names and texts. Dates are written in wire form; a list becomes comma text, its only form in a query. */
    static Map<String, String> map(Object value, String source, ValueEncoder encoder) {
        Object plain = value instanceof ContainerNode ? BodyReader.plain(value) : ScalarReader.unwrapped(value);
        if (!(plain instanceof Map<?, ?> entries)) {
            throw new InvalidInputException(source + ": needs a map of names to values, not a "
                    + value.getClass().getSimpleName());
        }
        Map<String, String> texts = new LinkedHashMap<>();
        entries.forEach((name, entry) -> {
            if (ScalarReader.unwrapped(entry) == null) {
                // Without it, a missing id would mean every record to some calls.
                throw new InvalidInputException(
                        source + ": '" + name + "' has no value; leave it out if it is not meant");
            }
            texts.put(String.valueOf(name), entry(entry, source + ": '" + name + "'", encoder));
        });
        return texts;
    }

    private static String entry(Object entry, String source, ValueEncoder encoder) {
        return isContainer(entry) && !(ScalarReader.unwrapped(entry) instanceof Map)
                ? String.join(",", list(entry, source))
                : encoder.time(ScalarReader.unwrapped(entry)).orElseGet(() -> ScalarReader.text(entry, source));
    }
}
