package io.github.camelontraport.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the account says about its types and their fields. */
final class MetadataFacts {

    static final List<Fact> ALL = List.of(
            new Fact(
                    "The meta of a type holds its fields by key, each with alias and type",
                    Source.SDK,
                    "fieldFormat=typed, fieldNames=label, unknownFields, describe",
                    MetadataFacts::fields),
            new Fact(
                    "In meta date and dlm are of type timestamp",
                    Source.DOCUMENTED,
                    "fieldFormat=typed",
                    MetadataFacts::times),
            new Fact(
                    "Options of drop-downs and lists are labels by id",
                    Source.SDK,
                    "fieldFormat=typed",
                    MetadataFacts::options),
            new Fact(
                    "The meta of the account holds its types by id, each with a name",
                    Source.SDK,
                    "custom objects by name",
                    MetadataFacts::types),
            new Fact(
                    "Records of a custom object are read at /objects",
                    Source.SDK,
                    "custom objects",
                    MetadataFacts::customObject));

    private static final Set<String> CHOICES = Set.of("drop", "list");

    private MetadataFacts() {}

    private static JsonNode contactFields(Account account) {
        JsonNode fields = account.get(Contacts.PATH + "/meta", "format", "byId")
                .data()
                .path("0")
                .path("fields");
        if (!fields.isObject()) {
            throw CheckEndedException.doesNotHold("there are no fields of type 0");
        }
        return fields;
    }

    private static Finding fields(Account account) {
        JsonNode fields = contactFields(account);
        long whole = stream(fields)
                .filter(field ->
                        field.path("alias").isTextual() && field.path("type").isTextual())
                .count();
        return Finding.of(
                whole == fields.size() && fields.has("email"),
                whole + " of " + fields.size() + " fields of contacts have alias and type");
    }

    private static Finding times(Account account) {
        JsonNode fields = contactFields(account);
        String date = fields.path("date").path("type").asText("missing");
        String dlm = fields.path("dlm").path("type").asText("missing");
        return Finding.of(date.equals("timestamp") && dlm.equals("timestamp"), "date: " + date + ", dlm: " + dlm);
    }

    private static Finding options(Account account) {
        List<JsonNode> choices = stream(contactFields(account))
                .filter(field -> CHOICES.contains(field.path("type").asText()))
                .filter(field -> !field.path("options").isMissingNode())
                .toList();
        if (choices.isEmpty()) {
            return Finding.notTried("contacts have no drop-down and no list");
        }
        long byId = choices.stream()
                .filter(field -> hasLabelsById(field.path("options")))
                .count();
        return Finding.of(byId == choices.size(), byId + " of " + choices.size() + " fields with options");
    }

    /** An array is a map whose ids are 0, 1, 2 and so on, or an empty one. */
    private static boolean hasLabelsById(JsonNode options) {
        return options.isArray()
                || (options.isObject()
                        && options.properties().stream().map(Map.Entry::getKey).allMatch(id -> id.matches("\\d+")));
    }

    private static JsonNode accountTypes(Account account) {
        return account.get("/objects/meta", "format", "byId").data();
    }

    private static Finding types(Account account) {
        JsonNode types = accountTypes(account);
        long byId = types.properties().stream()
                .filter(type -> type.getKey().matches("\\d+"))
                .filter(type -> type.getValue().path("name").isTextual())
                .count();
        return Finding.of(byId > 0 && byId == types.size(), byId + " of " + types.size() + " types");
    }

    private static Finding customObject(Account account) {
        String type = accountTypes(account).properties().stream()
                .map(Map.Entry::getKey)
                .filter(id -> id.matches("\\d{5,9}"))
                .findFirst()
                .orElseThrow(() -> CheckEndedException.notTried("the account has no custom object"));
        List<JsonNode> rows = account.get(
                        "/objects", "objectID", type, "range", "50", "sort", "id", "sortDir", "asc", "listFields", "id")
                .rows();
        return Finding.of(Contacts.isAscending(Contacts.ids(rows)), rows.size() + " records of type " + type + " read");
    }

    private static Stream<JsonNode> stream(JsonNode fields) {
        return StreamSupport.stream(fields.spliterator(), false);
    }
}
