package io.github.camelontraport.operation.rule;

import io.github.camelontraport.operation.argument.ArgumentType;
import java.util.Locale;
import java.util.Set;

/**
 * One parameter of an element of a rule.
 *
 * @param name by which it can be given
 * @param form what it may be
 * @param otherNames by which it can be given, too: those of Ontraport's documentation
 */
public record RuleParameter(String name, ArgumentType form, Set<String> otherNames) {

    static RuleParameter of(String name, ArgumentType form, String... otherNames) {
        return new RuleParameter(name, form, Set.of(otherNames));
    }

    /** Whether it is meant by this name: in any case, with underscores or without, {@code tag_id} for {@code tag}. */
    boolean isCalled(String other) {
        String wanted = normal(other);
        return wanted.equals(normal(name))
                || wanted.equals(normal(name) + "id")
                || otherNames.stream().map(RuleParameter::normal).anyMatch(wanted::equals);
    }

    private static String normal(String text) {
        return text.replaceAll("[\\s_-]+", "").toLowerCase(Locale.ROOT);
    }
}
