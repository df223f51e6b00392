package io.github.camelontraport.operation.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The values for the parameters of an element, in their order.
 *
 * @param element the one of the elements of that name that they fit
 */
record RuleArguments(RuleElement element, List<String> values) {

    /** @param params a list, a map by parameter name, a single value, or nothing */
    static RuleArguments of(JsonNode params, List<RuleElement> candidates, String where) {
        if (params.isObject()) {
            return byName(params, candidates, where);
        }
        List<JsonNode> given = params.isArray()
                ? params.valueStream().toList()
                : params.isMissingNode() || params.isNull() ? List.of() : List.of(params);
        RuleElement element = candidates.stream()
                .filter(any -> any.parameters().size() == given.size())
                .findFirst()
                .orElseThrow(() -> wrongNumber(given.size(), candidates, where));
        List<String> values = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            values.add(text(
                    given.get(i),
                    where + ": parameter " + element.parameterNames().get(i)));
        }
        return new RuleArguments(element, values);
    }

    private static InvalidInputException wrongNumber(int given, List<RuleElement> candidates, String where) {
        List<String> names = candidates.get(0).parameterNames();
        String which = given < names.size()
                ? "missing are " + names.subList(given, names.size())
                : "there are " + (given - names.size()) + " too many";
        return new InvalidInputException(
                where + ": has " + given + " parameters, " + which + ". It is written " + signatures(candidates));
    }

    private static RuleArguments byName(JsonNode params, List<RuleElement> candidates, String where) {
        RuleElement element = candidates.stream()
                .filter(any -> params.propertyStream().allMatch(param -> knows(any, param.getKey())))
                .findFirst()
                .orElse(candidates.get(0));
        params.propertyStream()
                .map(Map.Entry::getKey)
                .filter(key -> !knows(element, key))
                .findFirst()
                .ifPresent(key -> {
                    throw new InvalidInputException(where + ": unknown parameter '" + key + "'."
                            + Suggestions.hint(key, element.parameterNames()) + " It is written "
                            + signatures(candidates));
                });
        List<String> values = new ArrayList<>();
        for (RuleParameter parameter : element.parameters()) {
            List<Map.Entry<String, JsonNode>> found = params.propertyStream()
                    .filter(param -> parameter.isCalled(param.getKey()))
                    .toList();
            if (found.size() != 1) {
                throw new InvalidInputException(where + ": parameter " + parameter.name()
                        + (found.isEmpty() ? " is missing" : " is given twice") + ". It is written "
                        + signatures(candidates));
            }
            values.add(text(found.get(0).getValue(), where + ": parameter " + parameter.name()));
        }
        return new RuleArguments(element, values);
    }

    private static boolean knows(RuleElement element, String name) {
        return element.parameters().stream().anyMatch(parameter -> parameter.isCalled(name));
    }

    private static String signatures(List<RuleElement> candidates) {
        return candidates.stream().map(RuleElement::signature).collect(Collectors.joining(" or "));
    }

    private static String text(JsonNode value, String where) {
        if (value.isNull() || value.isContainerNode()) {
            throw new InvalidInputException(where + (value.isNull() ? ": has no value" : ": is not a single value"));
        }
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }
}
