package io.github.camelontraport.verify;

import static io.github.camelontraport.verify.Falsification.answer;
import static io.github.camelontraport.verify.Falsification.condition;
import static io.github.camelontraport.verify.Falsification.eachRow;
import static io.github.camelontraport.verify.Falsification.header;
import static io.github.camelontraport.verify.Falsification.ignoring;
import static io.github.camelontraport.verify.Falsification.json;
import static io.github.camelontraport.verify.Falsification.operator;
import static io.github.camelontraport.verify.Falsification.renamed;
import static io.github.camelontraport.verify.Falsification.reversed;
import static io.github.camelontraport.verify.Falsification.rows;
import static io.github.camelontraport.verify.Falsification.with;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** For each fact of the table the APIs of which it does not hold. */
final class Falsifications {

    private static final String CONTACTS = "/Contacts";
    private static final String INFO = "/Contacts/getInfo";
    private static final String META = "/Contacts/meta";
    /** Applies to every fact that depends on a condition. */
    private static final Falsification NO_CONDITION = ignoring(CONTACTS, "condition");

    static final Map<String, List<Falsification>> BY_FACT = Map.ofEntries(
            entry(
                    "A reply is a JSON object with code 0 and data",
                    List.of(
                            json(INFO, root -> root.put("code", 7)),
                            json(INFO, root -> root.remove("data")),
                            answer(INFO, 200, "[]"))),
            entry(
                    "X-Rate-Limit-Limit and X-Rate-Limit-Remaining say how many requests are left",
                    List.of(
                            header(INFO, "x-rate-limit-limit", null),
                            header(INFO, "x-rate-limit-remaining", null),
                            header(INFO, "x-rate-limit-remaining", "100000"))),
            entry(
                    "X-Rate-Limit-Reset is a number of seconds to wait, at most 60",
                    List.of(
                            header(INFO, "x-rate-limit-reset", null),
                            header(INFO, "x-rate-limit-reset", "1790000000"))),
            entry("The Date header is the server's time", List.of(header(INFO, "date", "2026-11-30T10:00:00Z"))),
            entry(
                    "A page of range=50 is full while there are more records",
                    List.of(rows(CONTACTS, rows -> rows.subList(20, rows.size()).clear()))),
            entry(
                    "range limits a page, start skips records",
                    List.of(with(CONTACTS, "start", "0"), ignoring(CONTACTS, "range"))),
            entry("A start past the last record brings an empty array", List.of(ignoring(CONTACTS, "start"))),
            entry("sort=id sorts ids as numbers", List.of(reversed(CONTACTS))),
            entry("sortDir=desc sorts downwards", List.of(with(CONTACTS, "sortDir", "asc"))),
            entry(
                    "count=true adds the total, which getInfo knows too",
                    List.of(
                            ignoring(CONTACTS, "count"),
                            json(INFO, root -> ((ObjectNode) root.path("data")).remove("count")),
                            json(CONTACTS, root -> root.put("count", "50")))),
            entry("getInfo counts what the condition selects", List.of(ignoring(INFO, "condition"))),
            entry(
                    "ids selects these records and no others",
                    List.of(ignoring(CONTACTS, "ids"), with(CONTACTS, "ids", "1"))),
            entry(
                    "listFields limits the fields of a record; a name that is not a field is ignored",
                    List.of(
                            ignoring(CONTACTS, "listFields"),
                            eachRow(CONTACTS, row -> row.put("there_is_no_such_field", "")))),
            entry(
                    "externs adds fields of related records under their own names",
                    List.of(ignoring(CONTACTS, "externs"))),
            entry("search selects by text", List.of(ignoring(CONTACTS, "search"), with(CONTACTS, "search", "nobody"))),
            entry(
                    "One record is read by its id",
                    List.of(with("/Contact", "id", "3"), json("/Contact", root -> root.putArray("data")
                            .addObject()))),
            entry("unique_id selects one record", List.of(NO_CONDITION)),
            entry("Condition: = selects equal ids", List.of(NO_CONDITION, operator("=", "<>"))),
            entry("Condition: <> selects other ids", List.of(NO_CONDITION, operator("<>", "="))),
            entry("Condition: < selects lower ids", List.of(NO_CONDITION, operator("<", "<="))),
            entry("Condition: > selects higher ids", List.of(NO_CONDITION, operator(">", ">="))),
            entry("Condition: <= selects ids up to one", List.of(NO_CONDITION, operator("<=", "<"))),
            entry("Condition: >= selects ids from one on", List.of(NO_CONDITION, operator(">=", ">"))),
            entry("Condition: IN selects the ids of a list", List.of(NO_CONDITION, operator("IN", "NOT IN"))),
            entry("Condition: NOT IN selects the ids outside a list", List.of(NO_CONDITION, operator("NOT IN", "IN"))),
            entry(
                    "Condition: AND selects what meets both clauses",
                    List.of(NO_CONDITION, condition("\"AND\"", "\"OR\""))),
            entry(
                    "Condition: OR selects what meets one of two clauses",
                    List.of(NO_CONDITION, condition("\"OR\"", "\"AND\""))),
            entry(
                    "Condition: IS NULL selects records whose field is unset",
                    List.of(
                            NO_CONDITION,
                            condition("\"IS\",\"value\":\"NULL\"", "\"=\",\"value\":{\"value\":\"nothing\"}"))),
            entry("Condition: LIKE takes % for any text", List.of(NO_CONDITION, condition("%", ""))),
            entry(
                    "Condition: = on a text does not regard upper and lower case",
                    List.of(NO_CONDITION, condition("EXAMPLE.COM", "EXAMPLE.ORG"))),
            entry(
                    "date and dlm are Unix seconds",
                    List.of(
                            eachRow(
                                    CONTACTS,
                                    row -> row.put("dlm", row.path("dlm").asText() + "000")),
                            eachRow(CONTACTS, row -> row.put("date", "2026-11-30 10:00:00")))),
            entry("sort=dlm sorts by the time of the last change", List.of(with(CONTACTS, "sort", "id"))),
            entry("A condition compares dlm with Unix seconds", List.of(NO_CONDITION, operator(">=", "<"))),
            entry(
                    "No dlm is ahead of the Date header",
                    List.of(header(CONTACTS, "date", "Tue, 01 Jan 2019 00:00:00 GMT"))),
            entry("Ids grow in the order of creation", List.of(rows(CONTACTS, rows -> ((ObjectNode) rows.get(0))
                    .put("date", "1")))),
            entry(
                    "A record that does not exist is HTTP 404 or no data",
                    List.of(
                            with("/Contact", "id", "3"),
                            answer("/Contact", 400, "Object not found"),
                            answer("/Contact", 404, "Invalid path and/or method"))),
            entry(
                    "A path that does not exist is HTTP 404 with 'Invalid path' in the text",
                    List.of(
                            answer("/ThereIsNoSuchPath", 404, "Object not found"),
                            answer("/ThereIsNoSuchPath", 400, "Invalid path and/or method"))),
            entry(
                    "A type that does not exist is refused",
                    List.of(answer("/objects", 200, "{\"code\":0,\"data\":[],\"account_id\":1}"))),
            entry(
                    "The meta of a type holds its fields by key, each with alias and type",
                    List.of(
                            with(META, "format", "byName"),
                            json(META, root -> ((ObjectNode) root.at("/data/0/fields/email")).remove("type")))),
            entry(
                    "In meta date and dlm are of type timestamp",
                    List.of(json(META, root -> ((ObjectNode) root.at("/data/0/fields/dlm")).put("type", "text")))),
            entry("Options of drop-downs and lists are labels by id", List.of(json(META, root -> ((ObjectNode)
                            root.at("/data/0/fields/f1558"))
                    .putObject("options")
                    .put("Silver", "1")))),
            entry(
                    "The meta of the account holds its types by id, each with a name",
                    List.of(
                            with("/objects/meta", "format", "byName"),
                            json("/objects/meta", root -> ((ObjectNode) root.at("/data/0")).remove("name")))),
            entry(
                    "Records of a custom object are read at /objects",
                    List.of(answer("/objects", 404, "Object not found"), reversed("/objects"))),
            entry(
                    "Tags have tag_id, tag_name and object_type_id, and can be sorted by tag_id",
                    List.of(renamed("/Tags", "tag_name", "name"), reversed("/Tags"))),
            entry(
                    "Tag subscribers have id, tag_id, object_id and object_type_id, and can be sorted by id",
                    List.of(renamed("/TagSubscribers", "object_id", "contact_id"), reversed("/TagSubscribers"))),
            entry("Tag subscribers are selected by tag_id", List.of(ignoring("/TagSubscribers", "condition"))),
            entry(
                    "/objects/tag reads the records that have a tag, and regards a condition",
                    List.of(
                            ignoring("/objects/tag", "condition"),
                            rows("/objects/tag", List::clear),
                            answer("/objects/tag", 404, "Invalid path and/or method"))),
            entry("The list of webhooks can be read", List.of(answer("/Webhooks", 404, "Invalid path and/or method"))),
            entry("Webhooks have id, event and url", List.of(renamed("/Webhooks", "url", "target"))),
            entry(
                    "The meta of the webhook log names its fields",
                    List.of(
                            answer("/WebhookLogs/meta", 404, "Invalid path and/or method"),
                            json("/WebhookLogs/meta", root -> root.putObject("data")))));

    private Falsifications() {}
}
