package io.github.camelontraport.sandbox.server.handler;

import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Returns the HTML of a form and the blocks of forms. Each form has one block, named like the form. */
public final class FormHandlers {

    private static final int BLOCKS_PER_PAGE = 50;
    private static final int LAST_PAGE = Integer.MAX_VALUE;

    private final RecordStore records;

    public FormHandlers(RecordStore records) {
        this.records = records;
    }

    /** Finds forms of the current type and of the legacy type. */
    public AccountReply html(TypeDefinition type, RequestParameters parameters) {
        StoredRecord form = NamedRecord.find(records, type, parameters)
                .or(() -> NamedRecord.find(records, records.types().get(TypeDefinition.LEGACY_FORM), parameters))
                .orElseThrow(ApiErrorException::notFound);
        return AccountReply.data("<form action=\"https://forms.example/form_processor\" method=\"post\">"
                + "<input name=\"uid\" type=\"hidden\" value=\"p" + form.id() + "\"/></form>");
    }

    public AccountReply allBlocks(TypeDefinition type, RequestParameters parameters) {
        long page = Optional.ofNullable(parameters.number("page")).orElse(0L);
        if (page < 0 || page > LAST_PAGE) {
            throw ApiErrorException.invalid("Invalid value for parameter: page");
        }
        Map<String, String> blocks = forms(type)
                .skip(page * BLOCKS_PER_PAGE)
                .limit(BLOCKS_PER_PAGE)
                .collect(Collectors.toMap(
                        FormHandlers::block,
                        form -> form.latest().get("formname"),
                        (one, other) -> one,
                        LinkedHashMap::new));
        return AccountReply.data(blocks.isEmpty() ? List.of() : blocks);
    }

    public AccountReply blocksByName(TypeDefinition type, RequestParameters parameters) {
        String name = parameters.require("name");
        return AccountReply.data(Map.of(
                "block_ids",
                forms(type)
                        .filter(form -> name.equals(form.latest().get("formname")))
                        .map(FormHandlers::block)
                        .toList()));
    }

    private Stream<StoredRecord> forms(TypeDefinition type) {
        return records.table(type).all().stream();
    }

    private static String block(StoredRecord form) {
        return "f" + form.id();
    }
}
