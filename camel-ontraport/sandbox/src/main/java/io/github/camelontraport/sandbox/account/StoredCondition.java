package io.github.camelontraport.sandbox.account;

import java.util.List;
import java.util.Map;

/**
 * A condition in the form SQL gives it: AND binds tighter than OR.
 *
 * @param alternatives of which one must hold, each a list of clauses that must all hold
 */
public record StoredCondition(List<List<Clause>> alternatives) {

    public boolean matches(Map<String, String> fields) {
        return alternatives.stream().anyMatch(clauses -> clauses.stream().allMatch(clause -> clause.matches(fields)));
    }

    /** One comparison of a field with nothing, one or several values, as the operator wants. */
    record Clause(String field, ConditionOperator operator, List<String> operands) {

        boolean matches(Map<String, String> fields) {
            return operator.test(fields.get(field), operands);
        }
    }
}
