package io.github.camelontraport.sandbox.account.query;

import io.github.camelontraport.sandbox.account.record.ValueOrder;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The part of a collection that a request asks for, its order and its fields.
 *
 * @param sort null orders by id
 * @param order of the values of the sort field, null when there is none
 * @param listFields empty selects all fields
 */
public record PageQuery(
        int start,
        int range,
        String sort,
        ValueOrder order,
        boolean descending,
        List<String> listFields,
        List<String> externs,
        boolean count) {

    private static final int MAX_PAGE_SIZE = 50;

    public static PageQuery of(RequestParameters parameters, TypeDefinition type) {
        String sort = parameters.text("sort");
        if (sort != null && !type.hasField(sort)) {
            throw ApiErrorException.invalid("Invalid value for parameter: sort");
        }
        return new PageQuery(
                start(parameters),
                range(parameters),
                sort,
                sort == null ? null : ValueOrder.of(type, sort),
                descending(parameters),
                parameters.list("listFields"),
                parameters.list("externs"),
                parameters.flag("count"));
    }

    /**
     * The rows of this page.
     *
     * @param rows all rows, by ascending id
     */
    public List<Map<String, String>> cut(List<Map<String, String>> rows, boolean reversed) {
        List<Map<String, String>> sorted = new ArrayList<>(rows);
        if (sort != null) {
            Comparator<Map<String, String>> comparator =
                    Comparator.comparing(row -> row.get(sort), Comparator.nullsFirst(order::compare));
            sorted.sort(descending != reversed ? comparator.reversed() : comparator);
        }
        int from = Math.min(start, sorted.size());
        return sorted.subList(from, Math.min(sorted.size(), from + range));
    }

    private static int start(RequestParameters parameters) {
        Long start = parameters.number("start");
        return start == null ? 0 : inRange("start", start);
    }

    private static int range(RequestParameters parameters) {
        Long range = parameters.number("range");
        return range == null || range == 0 ? MAX_PAGE_SIZE : Math.min(MAX_PAGE_SIZE, inRange("range", range));
    }

    private static int inRange(String name, long value) {
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw ApiErrorException.invalid("Invalid value for parameter: " + name);
        }
        return (int) value;
    }

    private static boolean descending(RequestParameters parameters) {
        String direction = parameters.text("sortDir");
        if (direction != null && !"asc".equalsIgnoreCase(direction) && !"desc".equalsIgnoreCase(direction)) {
            throw ApiErrorException.invalid("Invalid value for parameter: sortDir");
        }
        return "desc".equalsIgnoreCase(direction);
    }
}
