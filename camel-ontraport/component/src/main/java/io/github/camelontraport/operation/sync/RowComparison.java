package io.github.camelontraport.operation.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Decides whether a record has what a row says. What is not surely equal counts as different, and is written. */
final class RowComparison {

    private static final String SEPARATOR = "*/*";
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private RowComparison() {}

    /** @param key {@code null} when no field is compared as a key */
    static boolean isEqual(ObjectNode row, Map<String, Object> record, KeyRule key) {
        return row.propertyStream().allMatch(field -> isEqual(field, record, key));
    }

    private static boolean isEqual(Map.Entry<String, JsonNode> field, Map<String, Object> record, KeyRule key) {
        JsonNode wanted = field.getValue();
        Object found = record.get(field.getKey());
        if (wanted.isContainerNode() || found instanceof Map || found instanceof Iterable) {
            return false;
        }
        String text = wanted.asText();
        if (found == null) {
            // The API shows an empty field as an empty text or as null, but leaves out a field that it does not have.
            return text.isEmpty() && record.containsKey(field.getKey());
        }
        String has = found.toString();
        return text.equals(has)
                || (wanted.isNumber() && isSameNumber(text, has))
                || (isList(text) && isList(has) && elements(text).equals(elements(has)))
                || (key != null && field.getKey().equals(key.field()) && key.isSame(text, has));
    }

    /** A text such as 007 is no number: it would be another text. */
    private static boolean isSameNumber(String one, String other) {
        return NUMBER.matcher(one).matches()
                && NUMBER.matcher(other).matches()
                && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    }

    private static boolean isList(String text) {
        return text.length() > SEPARATOR.length() && text.startsWith(SEPARATOR) && text.endsWith(SEPARATOR);
    }

    private static Set<String> elements(String list) {
        return Arrays.stream(list.split(Pattern.quote(SEPARATOR)))
                .filter(element -> !element.isEmpty())
                .collect(Collectors.toSet());
    }
}
