package io.github.camelontraport.sandbox.account.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes the options of {@code drop} and {@code list} fields. Requests name an option by its label. */
public final class FieldOptions {

    private static final Set<String> CHANGES = Set.of("add", "remove", "replace");

    private FieldOptions() {}

    /** The options after the change. Options that stay keep their ids. */
    public static Map<String, String> changed(Map<String, String> options, JsonNode change) {
        if (change == null || change.isNull() || (change.isContainerNode() && change.isEmpty())) {
            return options;
        }
        if (!change.isObject()) {
            throw refused();
        }
        Map<String, String> changed = new LinkedHashMap<>(options);
        change.properties().forEach(entry -> {
            List<String> labels = labels(entry.getValue());
            switch (CHANGES.contains(entry.getKey()) ? entry.getKey() : "") {
                case "remove" -> changed.values().removeAll(labels);
                case "replace" -> {
                    changed.values().retainAll(labels);
                    add(changed, labels);
                }
                case "add" -> add(changed, labels);
                default -> throw refused();
            }
        });
        return changed;
    }

    /** The labels, one a line, as the field editor shows them. */
    static String text(Map<String, String> options) {
        return String.join("\n", options.values());
    }

    private static void add(Map<String, String> options, List<String> labels) {
        for (String label : labels) {
            if (!options.containsValue(label)) {
                options.put(nextId(options), label);
            }
        }
    }

    static String nextId(Map<String, String> options) {
        return Integer.toString(
                options.keySet().stream().mapToInt(Integer::parseInt).max().orElse(0) + 1);
    }

    private static List<String> labels(JsonNode labels) {
        if (!labels.isArray()) {
            throw refused();
        }
        List<String> texts = new ArrayList<>();
        labels.forEach(label -> texts.add(label.asText()));
        return texts;
    }

    private static ApiErrorException refused() {
        return ApiErrorException.invalid("Invalid value for parameter: options");
    }
}
