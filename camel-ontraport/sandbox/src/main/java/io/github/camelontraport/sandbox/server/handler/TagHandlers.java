package io.github.camelontraport.sandbox.server.handler;

import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.account.membership.TagAssignments;
import io.github.camelontraport.sandbox.account.query.PageQuery;
import io.github.camelontraport.sandbox.account.query.RecordQuery;
import io.github.camelontraport.sandbox.account.query.RecordSelector;
import io.github.camelontraport.sandbox.account.query.RecordView;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Adds tags to records, removes them, and lists the records that have a tag. */
public final class TagHandlers {

    private static final String SENTENCE = "The tag is now being processed.";

    private final RecordStore records;
    private final RecordSelector selector;
    private final TagAssignments tags;
    private final RecordView view;

    public TagHandlers(Account account) {
        this.records = account.records();
        this.selector = new RecordSelector(records, account.groups());
        this.tags = account.tags();
        this.view = new RecordView(records);
    }

    public AccountReply add(TypeDefinition type, RequestParameters parameters) {
        return change(true, type, parameters, "add_list");
    }

    public AccountReply remove(TypeDefinition type, RequestParameters parameters) {
        return change(false, type, parameters, "remove_list");
    }

    public AccountReply addByName(TypeDefinition type, RequestParameters parameters) {
        List<Long> ids = idArray(parameters);
        List<Long> tagIds = parameters.requireList("add_names").stream()
                .map(name -> tags.find(type, name).orElseGet(() -> tags.create(type, name)))
                .toList();
        tags.request(true, type.id(), ids, tagIds);
        return AccountReply.data(SENTENCE);
    }

    public AccountReply removeByName(TypeDefinition type, RequestParameters parameters) {
        List<Long> ids = idArray(parameters);
        List<Long> tagIds = parameters.requireList("remove_names").stream()
                .flatMap(name -> tags.find(type, name).stream())
                .toList();
        tags.request(false, type.id(), ids, tagIds);
        return AccountReply.data(SENTENCE);
    }

    /** Lists the records with a tag. The reply has the id even when {@code listFields} does not name it. */
    public AccountReply recordsWithTag(TypeDefinition type, RequestParameters parameters) {
        PageQuery page = PageQuery.of(parameters, type);
        Set<String> tagged = tagged(type, tag(type, parameters));
        List<Map<String, String>> rows =
                selector.visible(type, RecordQuery.of(parameters, type, records.switches())).stream()
                        .filter(row -> tagged.contains(row.get(type.idField())))
                        .toList();
        List<Map<String, String>> cut = page.cut(rows, records.switches().ignoresSort());
        List<String> listFields = new ArrayList<>(page.listFields());
        if (!listFields.isEmpty() && !listFields.contains(type.idField())) {
            listFields.add(0, type.idField());
        }
        return AccountReply.collection(
                view.show(type, listFields, page.externs(), cut), page.count() ? rows.size() : null);
    }

    private AccountReply change(boolean add, TypeDefinition type, RequestParameters parameters, String listParameter) {
        parameters.requireList(listParameter);
        RecordQuery query = RecordQuery.of(parameters, type, records.switches());
        tags.request(add, type.id(), selector.requiredTargets(type, query), parameters.numbers(listParameter));
        return AccountReply.data(SENTENCE);
    }

    /** The id of the tag to list. An unknown name is not an error: no record has such a tag. */
    private Optional<String> tag(TypeDefinition type, RequestParameters parameters) {
        if (parameters.text("tag_id") != null) {
            return Optional.of(parameters.number("tag_id").toString());
        }
        return tags.find(type, parameters.require("tag_name")).map(String::valueOf);
    }

    private Set<String> tagged(TypeDefinition type, Optional<String> tag) {
        return records.table(TypeDefinition.TAG_SUBSCRIBER).all().stream()
                .flatMap(stored -> stored.visibleAt(records.now()).stream())
                .filter(row -> tag.isPresent()
                        && tag.get().equals(row.get("tag_id"))
                        && Integer.toString(type.id()).equals(row.get("object_type_id")))
                .map(row -> row.get("object_id"))
                .collect(Collectors.toSet());
    }

    private static List<Long> idArray(RequestParameters parameters) {
        if (!parameters.isArray("ids")) {
            throw ApiErrorException.invalid("Invalid value for parameter: ids");
        }
        return parameters.numbers("ids");
    }
}
