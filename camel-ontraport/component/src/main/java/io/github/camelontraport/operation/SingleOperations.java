package io.github.camelontraport.operation;

import static io.github.camelontraport.operation.Operation.YES;

import io.github.camelontraport.api.type.Verb;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Rows for what single types have besides records: a default card, a page's address, a form's HTML and blocks. */
final class SingleOperations {

    private static final int LANDING_PAGE = 20;
    private static final int LEGACY_FORM = 22;
    private static final int CREDIT_CARD = 45;
    private static final int FORM = 122;

    private static final Set<Input> ID = Set.of(Input.RECORD_ID);

    static final List<Operation> ROWS = List.of(
            row("setDefaultCard", "PUT /CreditCard/default", ID, Singles::setDefaultCard).only(CREDIT_CARD),
            row("hostedUrl", "GET /landingPage/getHostedURL", ID, Singles::hostedUrl).only(LANDING_PAGE),
            row("formHtml", "GET /form", ID, Singles::formHtml).only(FORM, LEGACY_FORM),
            row("formBlocks", "GET /Form/getAllFormBlocks, /Form/getBlocksByFormName", Set.of(), FormBlocks::read)
                    .only(FORM));

    private SingleOperations() {
    }

    private static Operation row(
            String name, String call, Set<Input> inputs, Function<Task, CompletionStage<Outcome>> action) {
        return Operation.row(name, call, Verb.READ, inputs, false, YES, action);
    }
}
