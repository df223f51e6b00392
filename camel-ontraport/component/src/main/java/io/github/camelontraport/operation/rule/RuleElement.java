package io.github.camelontraport.operation.rule;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One element of the grammar of rules: an event, a condition or an action.
 *
 * @param name         as the API writes it
 * @param contactsOnly whether only rules about contacts can have it
 * @param separator    between its parameters
 * @param parameters   all required, in this order
 */
public record RuleElement(
        RuleKind kind, String name, boolean contactsOnly, String separator, List<RuleParameter> parameters) {

    static final String COMMA = ",";
    /** Between the parts of a ping that names its address itself. */
    static final String COLONS = "::";

    /** How it is written, for error messages and documentation. */
    public String signature() {
        return name + "(" + parameters.stream().map(RuleParameter::name).collect(Collectors.joining(separator)) + ")";
    }

    List<String> parameterNames() {
        return parameters.stream().map(RuleParameter::name).toList();
    }

    String write(List<String> values) {
        return name + "(" + String.join(separator, values) + ")";
    }
}
