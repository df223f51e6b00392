package io.github.camelontraport.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import java.util.List;

/** Tags, and who has them. */
final class TagFacts {

    static final List<Fact> ALL = List.of(
            new Fact(
                    "Tags have tag_id, tag_name and object_type_id, and can be sorted by tag_id",
                    Source.SDK,
                    "tags by name, ontraport:tags",
                    TagFacts::tags),
            new Fact(
                    "Tag subscribers have id, tag_id, object_id and object_type_id, and can be sorted by id",
                    Source.INFERRED,
                    "event=tagged",
                    TagFacts::subscribers),
            new Fact(
                    "Tag subscribers are selected by tag_id",
                    Source.INFERRED,
                    "event=tagged",
                    TagFacts::subscribersOfTag),
            new Fact(
                    "/objects/tag reads the records that have a tag, and regards a condition",
                    Source.SDK,
                    "listByTag",
                    TagFacts::recordsOfTag));

    private static final String SUBSCRIBERS = "/TagSubscribers";

    private TagFacts() {}

    private static Finding tags(Account account) {
        List<JsonNode> rows = account.get("/Tags", "range", "50", "sort", "tag_id", "sortDir", "asc")
                .rows();
        return complete(rows, List.of("tag_id", "tag_name", "object_type_id"), "tags");
    }

    private static Finding subscribers(Account account) {
        List<JsonNode> rows = account.get(SUBSCRIBERS, "range", "50", "sort", "id", "sortDir", "asc")
                .rows();
        return complete(rows, List.of("id", "tag_id", "object_id", "object_type_id"), "tag subscribers");
    }

    /** @param fields the first is the id */
    private static Finding complete(List<JsonNode> rows, List<String> fields, String what) {
        if (rows.isEmpty()) {
            return Finding.notTried("the account has no " + what);
        }
        long whole = rows.stream()
                .filter(row -> fields.stream()
                        .allMatch(field -> !row.path(field).asText("").isEmpty()))
                .count();
        List<Long> ids = rows.stream()
                .map(row -> Reply.number(row.path(fields.get(0))).orElse(-1))
                .toList();
        return Finding.of(
                whole == rows.size() && Contacts.isAscending(ids),
                whole + " of " + rows.size() + " " + what + " have these fields, "
                        + (Contacts.isAscending(ids) ? "sorted" : "not sorted"));
    }

    /** A tagged contact. Ends the check when none is among the tag subscribers with the lowest ids. */
    private static JsonNode taggedContact(Account account) {
        return account.get(SUBSCRIBERS, "range", "50", "sort", "id", "sortDir", "asc").rows().stream()
                .filter(row -> row.path("object_type_id").asText().equals("0"))
                .findFirst()
                .orElseThrow(() -> CheckEndedException.notTried("needs a contact that has a tag"));
    }

    private static Finding subscribersOfTag(Account account) {
        List<JsonNode> known = account.get(SUBSCRIBERS, "range", "50", "sort", "id", "sortDir", "asc")
                .rows();
        if (known.stream().map(row -> row.path("tag_id").asText()).distinct().count() < 2) {
            return Finding.notTried("needs two tags that records have");
        }
        String tag = known.get(0).path("tag_id").asText();
        List<JsonNode> read = account.get(
                        SUBSCRIBERS,
                        "range",
                        "50",
                        "sort",
                        "id",
                        "sortDir",
                        "asc",
                        "condition",
                        Condition.of("tag_id", Operator.EQUAL, tag).toJson())
                .rows();
        long ofTag = read.stream()
                .filter(row -> row.path("tag_id").asText().equals(tag))
                .count();
        return Finding.of(ofTag > 0 && ofTag == read.size(), ofTag + " of " + read.size() + " rows are of the tag");
    }

    private static Finding recordsOfTag(Account account) {
        JsonNode tagged = taggedContact(account);
        String id = tagged.path("object_id").asText();
        List<JsonNode> read = account.get(
                        "/objects/tag",
                        "objectID",
                        "0",
                        "tag_id",
                        tagged.path("tag_id").asText(),
                        "range",
                        "50",
                        "condition",
                        Condition.of("id", Operator.EQUAL, id).toJson(),
                        "listFields",
                        "id")
                .rows();
        return Finding.of(
                read.size() == 1 && read.get(0).path("id").asText().equals(id),
                read.size() + " records for one tagged contact");
    }
}
