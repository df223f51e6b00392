package io.github.camelontraport.sandbox.account;

import io.github.camelontraport.sandbox.server.CallParameters;
import io.github.camelontraport.sandbox.server.ErrorReply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which part of a collection a call wants, in which order and form.
 *
 * @param sort null leaves the order of the ids
 * @param listFields empty is all
 */
public record PageQuery(
        int start,
        int range,
        String sort,
        boolean descending,
        List<String> listFields,
        List<String> externs,
        boolean count) {

    private static final int LONGEST = 50;

    public static PageQuery of(CallParameters parameters, TypeDefinition type) {
        String sort = parameters.text("sort");
        if (sort != null && !type.hasField(sort)) {
            throw ErrorReply.invalid("Invalid value for parameter: sort");
        }
        return new PageQuery(
                start(parameters),
                range(parameters),
                sort,
                descending(parameters),
                parameters.list("listFields"),
                parameters.list("externs"),
                parameters.flag("count"));
    }

    /** The rows of this page out of all rows, which are in the order of their ids. */
    public List<Map<String, String>> cut(List<Map<String, String>> rows, boolean reversed) {
        List<Map<String, String>> sorted = new ArrayList<>(rows);
        if (sort != null) {
            Comparator<Map<String, String>> order =
                    Comparator.comparing(row -> row.get(sort), Comparator.nullsFirst(ValueOrder::compare));
            sorted.sort(descending != reversed ? order.reversed() : order);
        }
        int from = Math.min(start, sorted.size());
        return sorted.subList(from, Math.min(sorted.size(), from + range));
    }

    private static int start(CallParameters parameters) {
        Long start = parameters.number("start");
        return start == null ? 0 : inRange("start", start);
    }

    private static int range(CallParameters parameters) {
        Long range = parameters.number("range");
        return range == null || range == 0 ? LONGEST : Math.min(LONGEST, inRange("range", range));
    }

    private static int inRange(String name, long value) {
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw ErrorReply.invalid("Invalid value for parameter: " + name);
        }
        return (int) value;
    }

    private static boolean descending(CallParameters parameters) {
        String direction = parameters.text("sortDir");
        if (direction != null && !"asc".equalsIgnoreCase(direction) && !"desc".equalsIgnoreCase(direction)) {
            throw ErrorReply.invalid("Invalid value for parameter: sortDir");
        }
        return "desc".equalsIgnoreCase(direction);
    }
}
