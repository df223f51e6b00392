package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.PageQuery;
import io.github.camelontraport.sandbox.account.RecordQuery;
import io.github.camelontraport.sandbox.account.RecordSelector;
import io.github.camelontraport.sandbox.account.RowView;
import io.github.camelontraport.sandbox.account.TypeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Calls that put tags on records, take them off and list who has them. */
final class TagHandlers {

    private static final String SENTENCE = "The tag is now being processed.";

    private final AccountState account;
    private final RecordSelector selector;
    private final RowView projection;

    TagHandlers(AccountState account) {
        this.account = account;
        this.selector = new RecordSelector(account);
        this.projection = new RowView(account);
    }

    ApiReplyText add(TypeDefinition type, CallParameters parameters) {
        return change(true, type, parameters, "add_list");
    }

    ApiReplyText remove(TypeDefinition type, CallParameters parameters) {
        return change(false, type, parameters, "remove_list");
    }

    ApiReplyText addByName(TypeDefinition type, CallParameters parameters) {
        List<Long> ids = idArray(parameters);
        List<Long> tags = parameters.requireList("add_names").stream()
                .map(name -> account.tagging().find(type, name).orElseGet(() -> account.tagging()
                        .create(type, name)))
                .toList();
        account.tagging().request(true, type.id(), ids, tags);
        return ApiReplyText.data(SENTENCE);
    }

    ApiReplyText removeByName(TypeDefinition type, CallParameters parameters) {
        List<Long> ids = idArray(parameters);
        List<Long> tags = parameters.requireList("remove_names").stream()
                .flatMap(name -> account.tagging().find(type, name).stream())
                .toList();
        account.tagging().request(false, type.id(), ids, tags);
        return ApiReplyText.data(SENTENCE);
    }

    /** Lists the records with a tag. The id comes along even when {@code listFields} does not name it. */
    ApiReplyText recordsWithTag(TypeDefinition type, CallParameters parameters) {
        PageQuery page = PageQuery.of(parameters, type);
        Set<String> tagged = tagged(type, tag(type, parameters));
        List<Map<String, String>> rows =
                selector.visible(type, RecordQuery.of(parameters, type, account.switches())).stream()
                        .filter(row -> tagged.contains(row.get(type.idField())))
                        .toList();
        List<Map<String, String>> cut = page.cut(rows, account.switches().ignoresSort());
        List<String> listFields = new ArrayList<>(page.listFields());
        if (!listFields.isEmpty() && !listFields.contains(type.idField())) {
            listFields.add(0, type.idField());
        }
        return ApiReplyText.collection(
                projection.show(type, listFields, page.externs(), cut), page.count() ? rows.size() : null);
    }

    private ApiReplyText change(boolean add, TypeDefinition type, CallParameters parameters, String listParameter) {
        parameters.requireList(listParameter);
        RecordQuery filter = RecordQuery.of(parameters, type, account.switches());
        if (filter.isAbsent()) {
            throw ErrorReply.missing("ids");
        }
        account.tagging().request(add, type.id(), selector.targets(type, filter), parameters.numbers(listParameter));
        return ApiReplyText.data(SENTENCE);
    }

    /** The tag to list: an unknown name is no error, it is a tag nobody has. */
    private Optional<String> tag(TypeDefinition type, CallParameters parameters) {
        if (parameters.text("tag_id") != null) {
            return Optional.of(parameters.number("tag_id").toString());
        }
        return account.tagging().find(type, parameters.require("tag_name")).map(String::valueOf);
    }

    private Set<String> tagged(TypeDefinition type, Optional<String> tag) {
        return account.table(account.types().get(TypeDefinition.TAG_SUBSCRIBER)).all().stream()
                .flatMap(stored -> stored.visibleAt(account.now()).stream())
                .filter(row -> tag.isPresent()
                        && tag.get().equals(row.get("tag_id"))
                        && Integer.toString(type.id()).equals(row.get("object_type_id")))
                .map(row -> row.get("object_id"))
                .collect(Collectors.toSet());
    }

    private static List<Long> idArray(CallParameters parameters) {
        if (!parameters.isArray("ids")) {
            throw ErrorReply.invalid("Invalid value for parameter: ids");
        }
        return parameters.numbers("ids");
    }
}
