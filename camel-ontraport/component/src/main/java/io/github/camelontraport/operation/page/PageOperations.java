package io.github.camelontraport.operation.page;

import static io.github.camelontraport.operation.Operation.YES;

import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Rows for what single types have besides records: a default card, a page's address, a form's HTML and blocks. */
public final class PageOperations {

    private static final int LANDING_PAGE = 20;
    private static final int LEGACY_FORM = 22;
    private static final int CREDIT_CARD = 45;
    private static final int FORM = 122;

    private static final Set<Parameter> ID = Set.of(Parameter.RECORD_ID);

    public static final List<Operation> ROWS = List.of(
            row("setDefaultCard", "PUT /CreditCard/default", ID, PageActions::setDefaultCard)
                    .only(CREDIT_CARD),
            row("hostedUrl", "GET /landingPage/getHostedURL", ID, PageActions::hostedUrl)
                    .only(LANDING_PAGE),
            row("formHtml", "GET /form", ID, PageActions::formHtml).only(FORM, LEGACY_FORM),
            row("formBlocks", "GET /Form/getAllFormBlocks, /Form/getBlocksByFormName", Set.of(), FormBlocks::read)
                    .only(FORM));

    private PageOperations() {}

    private static Operation row(
            String name,
            String call,
            Set<Parameter> inputs,
            Function<OperationContext, CompletionStage<OperationResult>> action) {
        return Operation.row(name, call, Capability.READ, inputs, false, YES, action);
    }
}
