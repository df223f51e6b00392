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

    public static final List<Operation> ROWS = List.of(
            Operation.of(
                            "setDefaultCard",
                            Capability.SET_DEFAULT_CARD,
                            MAP,
                            PageActions::setDefaultCard,
                            PageActions.SET_DEFAULT_CARD)
                    .reads(Parameter.RECORD_ID),
            Operation.of("hostedUrl", Capability.HOST_PAGE, TEXT, PageActions::hostedUrl, PageActions.GET_HOSTED_URL)
                    .reads(Parameter.RECORD_ID),
            Operation.of("formHtml", Capability.READ_FORM_HTML, TEXT, PageActions::formHtml, PageActions.GET_FORM)
                    .reads(Parameter.RECORD_ID),
            Operation.of(
                    "formBlocks",
                    Capability.READ_FORM_BLOCKS,
                    LIST,
                    FormBlocks::read,
                    FormBlocks.ALL,
                    FormBlocks.OF_ONE));

    private PageOperations() {}
}
