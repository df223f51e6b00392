package io.github.camelontraport.poll;

import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.MatchResult;
import io.github.camelontraport.api.page.RecordParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Selects the records that a consumer watches.
 *
 * @param condition  {@code null} for none
 * @param parameters the API's other selection parameters, such as search and group_id
 */
public record RecordFilter(Condition condition, Map<String, String> parameters) {

    public static final RecordFilter NONE = new RecordFilter(null, Map.of());

    public RecordFilter {
        parameters = new LinkedHashMap<>(parameters);
    }

    /** The same filter with another value of one parameter. */
    public RecordFilter with(String parameter, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(parameter, value);
        return new RecordFilter(condition, changed);
    }

    public boolean isEmpty() {
        return condition == null && parameters.isEmpty();
    }

    /** Fields that a record must have to be checked against the condition. */
    public List<String> fields() {
        return condition == null
                ? List.of()
                : condition.fields().stream()
                        .filter(field -> !field.contains("//"))
                        .toList();
    }

    /** Fails when the record cannot meet the condition: then the server ignored it. */
    public void check(Map<String, ?> record, String path) {
        if (condition != null && condition.matches(record) == MatchResult.NO) {
            throw RecordParser.unexpected(
                    path,
                    "a record that does not meet the condition " + condition
                            + "; it ignored the condition, so other records would be delivered");
        }
    }

    /** Equal for equal filters only; empty for none. */
    public String text() {
        return isEmpty() ? "" : (condition == null ? "" : condition.toJson()) + new TreeMap<>(parameters);
    }
}
