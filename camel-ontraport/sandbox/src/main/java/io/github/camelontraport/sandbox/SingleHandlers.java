package io.github.camelontraport.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What single types have besides records: a default card, the address of a page, HTML and blocks of forms. */
final class SingleHandlers {

    private static final int BLOCKS_PER_PAGE = 50;
    private static final int LAST_PAGE = Integer.MAX_VALUE;
    /** Active and expired cards, each by its status when it is not the default. */
    private static final Map<String, String> DEFAULT_STATUS = Map.of("1", "3", "2", "4", "3", "3", "4", "4");
    private static final Map<String, String> OTHER_STATUS = Map.of("1", "1", "2", "2", "3", "1", "4", "2");

    private final Account account;

    SingleHandlers(Account account) {
        this.account = account;
    }

    /** A contact has one default card, so the one before it becomes one like the others. */
    Reply setDefaultCard(ObjectType type, Parameters parameters) {
        StoredRecord card = named(type, parameters).orElseThrow(ApiException::notFound);
        String contact = card.latest().get("contact_id");
        account.table(type).all().stream().filter(other -> contact.equals(other.latest().get("contact_id")))
                .forEach(other -> setStatus(type, other, other == card ? DEFAULT_STATUS : OTHER_STATUS));
        return Reply.data(Map.of("id", card.latest().get("id"), "status", card.latest().get("status")));
    }

    Reply hostedUrl(ObjectType type, Parameters parameters) {
        StoredRecord page = named(type, parameters).orElseThrow(ApiException::notFound);
        String domain = page.latest().get("domain");
        return Reply.data("https://" + (domain.isEmpty() ? "pages.example" : domain) + "/p/" + page.id());
    }

    /** Of a form of either type. */
    Reply formHtml(ObjectType type, Parameters parameters) {
        StoredRecord form = named(type, parameters)
                .or(() -> named(account.types().get(ObjectType.LEGACY_FORM), parameters)).orElseThrow(ApiException::notFound);
        return Reply.data("<form action=\"https://forms.example/form_processor\" method=\"post\">"
                + "<input name=\"uid\" type=\"hidden\" value=\"p" + form.id() + "\"/></form>");
    }

    /** Each form has one block, named as the form. */
    Reply allFormBlocks(ObjectType type, Parameters parameters) {
        long page = Optional.ofNullable(parameters.number("page")).orElse(0L);
        if (page < 0 || page > LAST_PAGE) {
            throw ApiException.invalid("Invalid value for parameter: page");
        }
        Map<String, String> blocks = forms(type).skip(page * BLOCKS_PER_PAGE).limit(BLOCKS_PER_PAGE).collect(Collectors.toMap(
                SingleHandlers::block, form -> form.latest().get("formname"), (one, other) -> one, LinkedHashMap::new));
        return Reply.data(blocks.isEmpty() ? List.of() : blocks);
    }

    Reply blocksByFormName(ObjectType type, Parameters parameters) {
        String name = parameters.require("name");
        return Reply.data(Map.of("block_ids", forms(type).filter(form -> name.equals(form.latest().get("formname")))
                .map(SingleHandlers::block).toList()));
    }

    private void setStatus(ObjectType type, StoredRecord card, Map<String, String> changes) {
        String status = card.latest().get("status");
        account.update(type, card, Map.of("status", changes.getOrDefault(status, changes.get("1"))));
    }

    private Optional<StoredRecord> named(ObjectType type, Parameters parameters) {
        parameters.require("id");
        return account.table(type).find(parameters.number("id"));
    }

    private Stream<StoredRecord> forms(ObjectType type) {
        return account.table(type).all().stream();
    }

    private static String block(StoredRecord form) {
        return "f" + form.id();
    }
}
