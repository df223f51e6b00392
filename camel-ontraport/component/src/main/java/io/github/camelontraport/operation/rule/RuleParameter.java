package io.github.camelontraport.operation.rule;

import io.github.camelontraport.operation.form.Form;
import java.util.Locale;

/**
 * One parameter of an element of a rule.
 *
 * @param name by which it can be given
 * @param form what it may be
 */
public record RuleParameter(String name, Form form) {

    static RuleParameter of(String name, Form form) {
        return new RuleParameter(name, form);
    }

    /** Whether it is meant by this name: in any case, with underscores or without, {@code tag_id} for {@code tag}. */
    boolean isCalled(String other) {
        String wanted = normal(other);
        return wanted.equals(normal(name)) || wanted.equals(normal(name) + "id");
    }

    private static String normal(String text) {
        return text.replaceAll("[\\s_-]+", "").toLowerCase(Locale.ROOT);
    }
}
