package io.github.camelontraport.operation.rule;

/** The parts of a rule. */
public enum RuleKind {
    EVENT("events", "event"),
    CONDITION("conditions", "condition"),
    ACTION("actions", "action");

    private final String field;
    private final String one;

    RuleKind(String field, String one) {
        this.field = field;
        this.one = one;
    }

    /** The field of the rule that holds them. */
    public String field() {
        return field;
    }

    /** One of them, for messages. */
    public String one() {
        return one;
    }
}
