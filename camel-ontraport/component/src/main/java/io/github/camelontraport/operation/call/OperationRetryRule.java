package io.github.camelontraport.operation.call;

import io.github.camelontraport.api.RetryRule;
import java.util.function.Function;

/**
 * Decides whether a call may be sent again after a failure that leaves its outcome open. Which call has which rule stands
 * where the call is declared, such as {@code RecordWrites.CREATE}.
 *
 * @param description the rule in words, for the documentation: yes, no, or a condition
 * @param decision    the rule for one request
 */
public record OperationRetryRule(String description, Function<SentCall, RetryRule> decision) {

    /** The call has the same effect when it is executed twice. */
    public static final OperationRetryRule ALWAYS = new OperationRetryRule("yes", sent -> RetryRule.ALWAYS);

    /** The call removes one thing: HTTP 404 for a repeat means that an earlier attempt removed it. */
    public static final OperationRetryRule UNTIL_GONE = new OperationRetryRule("yes", sent -> RetryRule.UNTIL_GONE);

    /** A second execution would do more than the first. */
    public static final OperationRetryRule NEVER = new OperationRetryRule("no", sent -> RetryRule.NEVER);

    /** The operation makes calls with different rules. */
    public static final OperationRetryRule BY_CALL = new OperationRetryRule("by record", sent -> RetryRule.NEVER);

    public RetryRule of(SentCall sent) {
        return decision.apply(sent);
    }
}
