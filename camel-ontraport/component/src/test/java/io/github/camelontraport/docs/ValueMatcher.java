package io.github.camelontraport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/** Whether a value is what an example promises. */
final class ValueMatcher {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ValueMatcher() {}

    /** A map has at least the promised entries, a list exactly the promised elements; a text is no number. */
    static void check(String what, Object promised, Object found) {
        if (promised instanceof JsonNode json) {
            check(what, MAPPER.convertValue(json, Object.class), found);
        } else if (promised instanceof Map<?, ?> entries) {
            assertThat(found).as(what).isInstanceOf(Map.class);
            entries.forEach((key, value) -> check(what + "." + key, value, ((Map<?, ?>) found).get(key)));
        } else if (promised instanceof List<?> elements) {
            assertThat(found).as(what).isInstanceOf(List.class);
            assertThat((List<?>) found).as(what).hasSameSizeAs(elements);
            for (int i = 0; i < elements.size(); i++) {
                check(what + "[" + i + "]", elements.get(i), ((List<?>) found).get(i));
            }
        } else if (promised instanceof Integer number) {
            assertThat(found).as(what).isIn(number, number.longValue());
        } else {
            assertThat(found).as(what).isEqualTo(promised);
        }
    }
}
