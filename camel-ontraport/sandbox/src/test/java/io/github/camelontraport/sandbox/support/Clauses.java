package io.github.camelontraport.sandbox.support;

/** Builds conditions. */
public final class Clauses {

    private Clauses() {}

    /** A conjunction, given as alternating fields, operators and values. */
    public static String all(Object... fieldsOperatorsValues) {
        StringBuilder condition = new StringBuilder("[");
        for (int i = 0; i < fieldsOperatorsValues.length; i += 3) {
            condition
                    .append(i == 0 ? "" : ",\"AND\",")
                    .append("""
                    {"field":{"field":"%s"},"op":"%s","value":{"value":"%s"}}"""
                            .formatted(
                                    fieldsOperatorsValues[i],
                                    fieldsOperatorsValues[i + 1],
                                    fieldsOperatorsValues[i + 2]));
        }
        return condition.append("]").toString();
    }
}
