package io.github.camelontraport.value.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of a drop-down or a list, in the order of the account. Immutable. */
public final class FieldOptions {

    static final FieldOptions NONE = new FieldOptions(Map.of());

    private final Map<String, String> labels;
    private final Map<String, List<String>> ids = new LinkedHashMap<>();

    private FieldOptions(Map<String, String> labels) {
        this.labels = labels;
        labels.forEach((id, label) ->
                ids.computeIfAbsent(label, unused -> new ArrayList<>(1)).add(id));
    }

    /** A map of ids to labels, or an array whose indexes are the ids, which PHP makes of ids from 0 on. */
    static FieldOptions parse(JsonNode options) {
        Map<String, String> labels = new LinkedHashMap<>();
        options.properties()
                .forEach(option ->
                        labels.put(option.getKey(), option.getValue().asText().strip()));
        for (int i = 0; options.isArray() && i < options.size(); i++) {
            labels.put(Integer.toString(i), options.get(i).asText().strip());
        }
        return labels.isEmpty() ? NONE : new FieldOptions(labels);
    }

    /** Whether the account names no options, so that any id may be one. */
    public boolean isEmpty() {
        return labels.isEmpty();
    }

    /** The label of an option; empty when there is no such option. */
    public Optional<String> label(String id) {
        return Optional.ofNullable(labels.get(id));
    }

    /** The options with this label: none, one, or several. */
    public List<String> ids(String label) {
        return Collections.unmodifiableList(ids.getOrDefault(label, List.of()));
    }

    /** The ids of all options. */
    public Set<String> ids() {
        return Collections.unmodifiableSet(labels.keySet());
    }

    /** The labels of all options, each once. */
    public Set<String> labels() {
        return Collections.unmodifiableSet(ids.keySet());
    }
}
