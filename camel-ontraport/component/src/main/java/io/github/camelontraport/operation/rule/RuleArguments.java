package io.github.camelontraport.operation.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The values given for the parameters of an element, in their order.
 *
 * @param row the one of the element's rows that they fit
 */
record RuleArguments(RuleElement row, List<String> values) {

    /** @param params a list, a map by parameter name, a single value, or nothing */
    static RuleArguments of(JsonNode params, List<RuleElement> rows, String where) {
        if (params.isObject()) {
            return byName(params, rows, where);
        }
        List<JsonNode> given = params.isArray()
                ? params.valueStream().toList()
                : params.isMissingNode() || params.isNull() ? List.of() : List.of(params);
        RuleElement row = rows.stream()
                .filter(any -> any.parameters().size() == given.size())
                .findFirst()
                .orElseThrow(() -> wrongNumber(given.size(), rows, where));
        List<String> values = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            values.add(text(
                    given.get(i), where + ": parameter " + row.parameterNames().get(i)));
        }
        return new RuleArguments(row, values);
    }

    private static InvalidInputException wrongNumber(int given, List<RuleElement> rows, String where) {
        List<String> names = rows.get(0).parameterNames();
        String which = given < names.size()
                ? "missing are " + names.subList(given, names.size())
                : "there are " + (given - names.size()) + " too many";
        return new InvalidInputException(
                where + ": has " + given + " parameters, " + which + ". It is written " + signatures(rows));
    }

    private static RuleArguments byName(JsonNode params, List<RuleElement> rows, String where) {
        RuleElement row = rows.stream()
                .filter(any -> params.propertyStream().allMatch(param -> knows(any, param.getKey())))
                .findFirst()
                .orElse(rows.get(0));
        params.propertyStream()
                .map(Map.Entry::getKey)
                .filter(key -> !knows(row, key))
                .findFirst()
                .ifPresent(key -> {
                    throw new InvalidInputException(where + ": unknown parameter '" + key + "'."
                            + Suggestions.hint(key, row.parameterNames()) + " It is written " + signatures(rows));
                });
        List<String> values = new ArrayList<>();
        for (RuleParameter parameter : row.parameters()) {
            List<Map.Entry<String, JsonNode>> found = params.propertyStream()
                    .filter(param -> parameter.isCalled(param.getKey()))
                    .toList();
            if (found.size() != 1) {
                throw new InvalidInputException(where + ": parameter " + parameter.name()
                        + (found.isEmpty() ? " is missing" : " is given twice") + ". It is written "
                        + signatures(rows));
            }
            values.add(text(found.get(0).getValue(), where + ": parameter " + parameter.name()));
        }
        return new RuleArguments(row, values);
    }

    private static boolean knows(RuleElement row, String name) {
        return row.parameters().stream().anyMatch(parameter -> parameter.isCalled(name));
    }

    private static String signatures(List<RuleElement> rows) {
        return rows.stream().map(RuleElement::signature).collect(Collectors.joining(" or "));
    }

    private static String text(JsonNode value, String where) {
        if (value.isNull() || value.isContainerNode()) {
            throw new InvalidInputException(where + (value.isNull() ? ": has no value" : ": is not a single value"));
        }
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }
}
