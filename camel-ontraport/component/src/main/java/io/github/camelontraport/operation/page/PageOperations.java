package io.github.camelontraport.operation.page;

import static io.github.camelontraport.operation.ReplyShape.LIST;
import static io.github.camelontraport.operation.ReplyShape.MAP;
import static io.github.camelontraport.operation.ReplyShape.TEXT;

import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.Parameter;
import java.util.List;

/** Rows for what single types have besides records: a default card, a page's address, a form's HTML and blocks. */
public final class PageOperations {

    private static final int LANDING_PAGE = 20;
    private static final int LEGACY_FORM = 22;
    private static final int CREDIT_CARD = 45;
    private static final int FORM = 122;

    public static final List<Operation> ROWS = List.of(
            Operation.of(
                            "setDefaultCard",
                            Capability.READ,
                            MAP,
                            PageActions::setDefaultCard,
                            PageActions.SET_DEFAULT_CARD)
                    .reads(Parameter.RECORD_ID)
                    .only(CREDIT_CARD),
            Operation.of("hostedUrl", Capability.READ, TEXT, PageActions::hostedUrl, PageActions.GET_HOSTED_URL)
                    .reads(Parameter.RECORD_ID)
                    .only(LANDING_PAGE),
            Operation.of("formHtml", Capability.READ, TEXT, PageActions::formHtml, PageActions.GET_FORM)
                    .reads(Parameter.RECORD_ID)
                    .only(FORM, LEGACY_FORM),
            Operation.of("formBlocks", Capability.READ, LIST, FormBlocks::read, FormBlocks.ALL, FormBlocks.OF_ONE)
                    .only(FORM));

    private PageOperations() {}
}
