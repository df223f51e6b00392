package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.async.AsyncLoop;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.MatchResult;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.Pages;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.operation.OperationContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Finds records by their keys, fifty with a call. */
final class KeyLookup {

    private static final int MOST_KEYS = PageRequest.MAX_PAGE_SIZE;
    /** Characters of a condition in a URL. Common servers and proxies accept 8 KiB; the rest is for names of fields. */
    private static final int MOST_CHARACTERS = 5_500;
    /** Of the braces, quotes and names around a value. */
    private static final int AROUND_KEY = 30;
    /** With more names of fields the whole records are read. */
    private static final int MOST_FIELD_CHARACTERS = 1_500;

    private final OperationContext context;
    private final KeyRule key;

    KeyLookup(OperationContext context, KeyRule key) {
        this.context = context;
        this.key = key;
    }

    KeyRule key() {
        return key;
    }

    /** The keys in groups, each for one call. */
    static List<List<String>> groups(Collection<String> keys) {
        List<List<String>> groups = new ArrayList<>();
        int length = MOST_CHARACTERS;
        for (String sent : keys) {
            int more = URLEncoder.encode(sent, StandardCharsets.UTF_8).length() + AROUND_KEY;
            boolean full = groups.isEmpty() || groups.get(groups.size() - 1).size() == MOST_KEYS;
            if (full || length + more > MOST_CHARACTERS) {
                groups.add(new ArrayList<>());
                length = 0;
            }
            groups.get(groups.size() - 1).add(sent);
            length += more;
        }
        return groups;
    }

    /**
     * The records that have the keys, by key in the form for comparison. Of several records of one key it is that with the
     * lowest id.
     *
     * @param keys   of one group
     * @param fields to read, besides id and key
     */
    CompletionStage<Map<String, Map<String, Object>>> find(List<String> keys, Set<String> fields) {
        Condition condition = Condition.in(key.field(), keys);
        Set<String> wanted = keys.stream().map(key::normal).collect(Collectors.toSet());
        PageRequest request = new PageRequest(
                context.client(),
                context.callContext(),
                context.type(),
                context.type().collectionPath(),
                columns(fields),
                condition,
                PageRequest.MAX_PAGE_SIZE,
                0);
        Map<String, Map<String, Object>> found = new HashMap<>();
        Pages pages = new KeysetPages(request, false);
        return context.inTurn(() -> AsyncLoop.run(
                        // Ids ascend, so that nothing that a further page holds would replace what is found.
                        () -> pages.hasNext() && found.size() < wanted.size(), () -> pages.next()
                                .thenAccept(records -> records.forEach(record -> {
                                    String has = keyOf(record, condition);
                                    if (wanted.contains(has)) {
                                        found.putIfAbsent(has, record);
                                    }
                                })))
                .thenApply(unused -> found));
    }

    /** A server that ignored the condition would bring records that have nothing to do with the rows. */
    private String keyOf(Map<String, Object> record, Condition condition) {
        Object has = record.get(key.field());
        if (has == null || condition.matches(record) == MatchResult.NO) {
            throw RecordParser.unexpected(
                    context.type().collectionPath(),
                    "a record that does not have one of the keys in " + key.field()
                            + ". The server ignored the condition," + " or does not know the field");
        }
        return key.normal(has.toString());
    }

    private Map<String, String> columns(Set<String> fields) {
        Set<String> names = new LinkedHashSet<>();
        names.add(context.type().idField());
        names.add(key.field());
        names.addAll(fields);
        String list = String.join(",", names);
        return list.length() > MOST_FIELD_CHARACTERS ? Map.of() : Map.of("listFields", list);
    }
}
