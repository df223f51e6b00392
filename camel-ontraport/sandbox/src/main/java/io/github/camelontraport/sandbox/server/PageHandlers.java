package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.StoredRecord;
import io.github.camelontraport.sandbox.account.TypeDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What single types have besides records: a default card, the address of a page, HTML and blocks of forms. */
final class PageHandlers {

    private static final int BLOCKS_PER_PAGE = 50;
    private static final int LAST_PAGE = Integer.MAX_VALUE;
    /** Active and expired cards, each by its status when it is not the default. */
    private static final Map<String, String> DEFAULT_STATUS = Map.of("1", "3", "2", "4", "3", "3", "4", "4");

    private static final Map<String, String> OTHER_STATUS = Map.of("1", "1", "2", "2", "3", "1", "4", "2");

    private final AccountState account;

    PageHandlers(AccountState account) {
        this.account = account;
    }

    /** A contact has one default card, so the one before it becomes one like the others. */
    ApiReplyText setDefaultCard(TypeDefinition type, CallParameters parameters) {
        StoredRecord card = named(type, parameters).orElseThrow(ErrorReply::notFound);
        String contact = card.latest().get("contact_id");
        account.table(type).all().stream()
                .filter(other -> contact.equals(other.latest().get("contact_id")))
                .forEach(other -> setStatus(type, other, other == card ? DEFAULT_STATUS : OTHER_STATUS));
        return ApiReplyText.data(
                Map.of("id", card.latest().get("id"), "status", card.latest().get("status")));
    }

    ApiReplyText hostedUrl(TypeDefinition type, CallParameters parameters) {
        StoredRecord page = named(type, parameters).orElseThrow(ErrorReply::notFound);
        String domain = page.latest().get("domain");
        return ApiReplyText.data("https://" + (domain.isEmpty() ? "pages.example" : domain) + "/p/" + page.id());
    }

    /** Of a form of either type. */
    ApiReplyText formHtml(TypeDefinition type, CallParameters parameters) {
        StoredRecord form = named(type, parameters)
                .or(() -> named(account.types().get(TypeDefinition.LEGACY_FORM), parameters))
                .orElseThrow(ErrorReply::notFound);
        return ApiReplyText.data("<form action=\"https://forms.example/form_processor\" method=\"post\">"
                + "<input name=\"uid\" type=\"hidden\" value=\"p" + form.id() + "\"/></form>");
    }

    /** Each form has one block, named as the form. */
    ApiReplyText allFormBlocks(TypeDefinition type, CallParameters parameters) {
        long page = Optional.ofNullable(parameters.number("page")).orElse(0L);
        if (page < 0 || page > LAST_PAGE) {
            throw ErrorReply.invalid("Invalid value for parameter: page");
        }
        Map<String, String> blocks = forms(type)
                .skip(page * BLOCKS_PER_PAGE)
                .limit(BLOCKS_PER_PAGE)
                .collect(Collectors.toMap(
                        PageHandlers::block,
                        form -> form.latest().get("formname"),
                        (one, other) -> one,
                        LinkedHashMap::new));
        return ApiReplyText.data(blocks.isEmpty() ? List.of() : blocks);
    }

    ApiReplyText blocksByFormName(TypeDefinition type, CallParameters parameters) {
        String name = parameters.require("name");
        return ApiReplyText.data(Map.of(
                "block_ids",
                forms(type)
                        .filter(form -> name.equals(form.latest().get("formname")))
                        .map(PageHandlers::block)
                        .toList()));
    }

    private void setStatus(TypeDefinition type, StoredRecord card, Map<String, String> changes) {
        String status = card.latest().get("status");
        account.update(type, card, Map.of("status", changes.getOrDefault(status, changes.get("1"))));
    }

    private Optional<StoredRecord> named(TypeDefinition type, CallParameters parameters) {
        parameters.require("id");
        return account.table(type).find(parameters.number("id"));
    }

    private Stream<StoredRecord> forms(TypeDefinition type) {
        return account.table(type).all().stream();
    }

    private static String block(StoredRecord form) {
        return "f" + form.id();
    }
}
