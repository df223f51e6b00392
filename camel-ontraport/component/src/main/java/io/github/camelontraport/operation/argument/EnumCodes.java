package io.github.camelontraport.operation.argument;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Codes of the API, each with the words that people have for it. */
final class EnumCodes {

    private final Map<String, String> codes = new LinkedHashMap<>();
    private final Map<String, String> shown = new LinkedHashMap<>();

    /** A code, the word that documentation shows for it, and further words. A code stands for itself, too. */
    EnumCodes code(String code, String word, String... more) {
        shown.put(word, code);
        add(code, code);
        add(word, code);
        for (String other : more) {
            add(other, code);
        }
        return this;
    }

    private void add(String word, String code) {
        String before = codes.put(normal(word), code);
        if (before != null && !before.equals(code)) {
            throw new IllegalStateException("'" + word + "' stands for " + before + " and " + code);
        }
    }

    Optional<String> find(String word) {
        return Optional.ofNullable(codes.get(normal(word)));
    }

    /** One of these words, in any case, with blanks, hyphens and underscores ignored. */
    ArgumentType form() {
        return new ArgumentType(
                "one of " + shown.entrySet().stream().map(EnumCodes::described).collect(Collectors.joining(", ")),
                List.copyOf(shown.keySet()),
                this::find);
    }

    private static String described(Map.Entry<String, String> word) {
        return word.getKey().equals(word.getValue()) ? word.getKey() : word.getKey() + " (" + word.getValue() + ")";
    }

    static String normal(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
