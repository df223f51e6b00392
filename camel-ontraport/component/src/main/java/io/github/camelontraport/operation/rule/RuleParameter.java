package io.github.camelontraport.operation.rule;

import io.github.camelontraport.operation.argument.ArgumentType;
import java.util.Locale;
import java.util.Set;

/**
 * One parameter of an element of a rule.
 *
 * @param name under which it is given
 * @param argumentType what it may be
 * @param otherNames further names, those of Ontraport's documentation
 */
public record RuleParameter(String name, ArgumentType argumentType, Set<String> otherNames) {

    static RuleParameter of(String name, ArgumentType argumentType, String... otherNames) {
        return new RuleParameter(name, argumentType, Set.of(otherNames));
    }

    /** Whether the name is one of its names: in any case, with underscores or without, {@code tag_id} for {@code tag}. */
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
