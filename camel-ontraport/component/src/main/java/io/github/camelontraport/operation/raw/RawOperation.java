package io.github.camelontraport.operation.raw;

import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ReplyShape;
import io.github.camelontraport.operation.call.OperationRetryRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The row for raw calls. */
public final class RawOperation {

    public static final String NAME = "raw";

    private static final String RETRY_DESCRIPTION = "GET, HEAD, and as the row that the call equals";

    private RawOperation() {}

    /** @param rows of all other operations */
    public static Operation row(List<Operation> rows) {
        RawCallRules rules = new RawCallRules(rows);
        return new Operation(
                NAME,
                List.of(),
                Optional.empty(),
                Set.of(Parameter.METHOD, Parameter.PATH, Parameter.QUERY, Parameter.REQUEST_HEADERS),
                ReplyShape.ANY,
                new OperationRetryRule(
                        RETRY_DESCRIPTION, sent -> rules.of(sent.method(), sent.path(), sent.parameters())
                                .retryRule()
                                .of(sent)),
                false,
                (values, type) -> {
                    if (values.optionsSet().contains(Parameter.PATH)) {
                        RawRequest.checkPath(values);
                    }
                },
                context -> new RawCall(rules, context).run());
    }
}
