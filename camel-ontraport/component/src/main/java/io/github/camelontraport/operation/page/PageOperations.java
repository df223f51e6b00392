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

    private static final Set<Parameter> ID = Set.of(Parameter.RECORD_ID);

    public static final List<Operation> ROWS = List.of(
            row(
                    "setDefaultCard",
                    "PUT /CreditCard/default",
                    Capability.SET_DEFAULT_CARD,
                    ID,
                    PageActions::setDefaultCard),
            row("hostedUrl", "GET /landingPage/getHostedURL", Capability.HOST_PAGE, ID, PageActions::hostedUrl),
            row("formHtml", "GET /form", Capability.READ_FORM_HTML, ID, PageActions::formHtml),
            row(
                    "formBlocks",
                    "GET /Form/getAllFormBlocks, /Form/getBlocksByFormName",
                    Capability.READ_FORM_BLOCKS,
                    Set.of(),
                    FormBlocks::read));

    private PageOperations() {}

    private static Operation row(
            String name,
            String call,
            Capability capability,
            Set<Parameter> inputs,
            Function<OperationContext, CompletionStage<OperationResult>> action) {
        return Operation.row(name, call, capability, inputs, false, YES, action);
    }
}
