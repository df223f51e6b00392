package io.github.camelontraport.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How records are selected, and which of their fields come. */
final class RecordFacts {

    static final List<Fact> ALL = List.of(
            new Fact(
                    "ids selects these records and no others",
                    Source.SDK,
                    "get of many records, confirmation of deletions",
                    RecordFacts::ids),
            new Fact(
                    "listFields limits the fields of a record; a name that is not a field is ignored",
                    Source.SDK,
                    "listFields, polls and sync, which read what they compare",
                    RecordFacts::listFields),
            new Fact(
                    "externs adds fields of related records under their own names",
                    Source.DOCUMENTED,
                    "externs",
                    RecordFacts::externs),
            new Fact("search selects by text", Source.DOCUMENTED, "search", RecordFacts::search),
            new Fact("One record is read by its id", Source.SDK, "get", RecordFacts::one),
            new Fact("unique_id selects one record", Source.DOCUMENTED, "get by uniqueId", RecordFacts::uniqueId));

    private static final String EXTERN = "owner//firstname";

    private RecordFacts() {}

    private static Finding ids(Account account) {
        List<Long> known = Contacts.ids(Contacts.atLeast(3, account));
        List<Long> wanted = List.of(known.get(0), known.get(2));
        List<Long> read = Contacts.ids(account.get(
                        Contacts.PATH,
                        "ids",
                        wanted.get(0) + "," + wanted.get(1),
                        "sort",
                        "id",
                        "sortDir",
                        "asc",
                        "listFields",
                        "id")
                .rows());
        return Finding.of(read.equals(wanted), read.size() + " records for 2 ids");
    }

    private static Finding listFields(Account account) {
        Contacts.atLeast(1, account);
        List<JsonNode> rows = account.get(
                        Contacts.PATH, "range", "1", "sort", "id", "listFields", "id,dlm,there_is_no_such_field")
                .rows();
        Set<String> fields = new TreeSet<>();
        rows.forEach(row -> row.fieldNames().forEachRemaining(fields::add));
        return Finding.of(
                fields.equals(Set.of("dlm", "id")),
                fields.size() <= 5 ? "fields " + String.join(", ", fields) : fields.size() + " fields");
    }

    private static Finding externs(Account account) {
        Contacts.atLeast(1, account);
        List<JsonNode> rows = account.get(Contacts.PATH, "range", "1", "sort", "id", "externs", EXTERN)
                .rows();
        boolean there = !rows.isEmpty() && rows.get(0).has(EXTERN);
        return Finding.of(there, (there ? "the record has " : "the record has no ") + EXTERN);
    }

    private static Finding search(Account account) {
        List<JsonNode> known = Contacts.atLeast(2, account);
        JsonNode one = known.stream()
                .filter(row -> row.path("email").asText().contains("@"))
                .findFirst()
                .orElseThrow(() -> CheckEndedException.notTried("needs a contact with an e-mail address"));
        List<Long> found = Contacts.ids(account.get(
                        Contacts.PATH,
                        "range",
                        "50",
                        "search",
                        one.path("email").asText(),
                        "sort",
                        "id",
                        "listFields",
                        "id")
                .rows());
        boolean finds = found.contains(Contacts.id(one));
        return Finding.of(
                finds && found.size() < known.size(),
                found.size() + " contacts found by an e-mail address, "
                        + (finds ? "among them the one that has it" : "not the one that has it"));
    }

    private static Finding one(Account account) {
        long id = Contacts.id(Contacts.atLeast(1, account).get(0));
        JsonNode data = account.get("/Contact", "id", Long.toString(id)).data();
        return Finding.of(
                data.isObject() && Contacts.id(data) == id,
                data.isObject() ? "an object with " + data.size() + " fields" : "data is not an object");
    }

    private static Finding uniqueId(Account account) {
        JsonNode one = Contacts.atLeast(2, account).get(1);
        String uniqueId = one.path("unique_id").asText("");
        if (uniqueId.isEmpty()) {
            return Finding.doesNotHold("contacts have no unique_id");
        }
        List<Long> read = Contacts.ids(
                Contacts.selected(account, Condition.of("unique_id", Operator.EQUAL, uniqueId), 5, "id,unique_id"));
        return Finding.of(read.equals(List.of(Contacts.id(one))), read.size() + " records");
    }
}
