package io.github.camelontraport.benchmarks.scenario;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The size of what a consumer stores. */
final class StateSize {

    private StateSize() {}

    /** Keys and values in UTF-8, as a file or a database would hold them. */
    static long bytes(Map<String, String> state) {
        return state.entrySet().stream()
                .mapToLong(entry -> bytes(entry.getKey()) + bytes(entry.getValue()))
                .sum();
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
