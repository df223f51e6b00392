package io.github.camelontraport.sandbox.account.query;

import io.github.camelontraport.sandbox.account.record.ValueOrder;
import java.util.List;
import java.util.Map;

/**
 * A parsed condition. As in SQL, AND binds tighter than OR.
 *
 * @param alternatives the condition holds when all clauses of at least one alternative hold
 */
public record RecordCondition(List<List<Clause>> alternatives) {

    public boolean matches(Map<String, String> fields) {
        return alternatives.stream().anyMatch(clauses -> clauses.stream().allMatch(clause -> clause.matches(fields)));
    }

    /** Compares a field with as many operands as the operator takes. */
    record Clause(String field, ValueOrder order, ConditionOperator operator, List<String> operands) {

        boolean matches(Map<String, String> fields) {
            return operator.test(order, fields.get(field), operands);
        }
    }
}
