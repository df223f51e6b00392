package io.github.camelontraport.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.LongPredicate;

/** That each operator of a condition selects what it says. A condition that the server ignores shows in all of them. */
final class ConditionFacts {

    private static final String POLLS = "polls, search, every operation with a condition";
    private static final String SELECTIONS = "every operation with a condition";

    static final List<Fact> ALL = List.of(
            onIds(
                    "Condition: = selects equal ids",
                    SELECTIONS,
                    (a, b) -> id(Operator.EQUAL, b),
                    (a, b) -> id -> id == b),
            onIds(
                    "Condition: <> selects other ids",
                    SELECTIONS,
                    (a, b) -> id(Operator.NOT_EQUAL, a),
                    (a, b) -> id -> id != a),
            onIds("Condition: < selects lower ids", SELECTIONS, (a, b) -> id(Operator.LESS, b), (a, b) -> id -> id < b),
            onIds("Condition: > selects higher ids", POLLS, (a, b) -> id(Operator.GREATER, a), (a, b) -> id -> id > a),
            onIds(
                    "Condition: <= selects ids up to one",
                    "event=deleted, " + SELECTIONS,
                    (a, b) -> id(Operator.AT_MOST, b),
                    (a, b) -> id -> id <= b),
            onIds(
                    "Condition: >= selects ids from one on",
                    SELECTIONS,
                    (a, b) -> id(Operator.AT_LEAST, b),
                    (a, b) -> id -> id >= b),
            onIds(
                    "Condition: IN selects the ids of a list",
                    "sync, which looks up 50 keys with a call, webhook repair",
                    (a, b) -> Condition.in("id", List.of(a, b)),
                    (a, b) -> id -> id == a || id == b),
            onIds(
                    "Condition: NOT IN selects the ids outside a list",
                    SELECTIONS,
                    (a, b) -> Condition.parse("id NOT IN (" + a + ", " + b + ")"),
                    (a, b) -> id -> id != a && id != b),
            onIds(
                    "Condition: AND selects what meets both clauses",
                    POLLS,
                    (a, b) -> id(Operator.GREATER, a).and(id(Operator.AT_MOST, b)),
                    (a, b) -> id -> id > a && id <= b),
            onIds(
                    "Condition: OR selects what meets one of two clauses",
                    SELECTIONS,
                    (a, b) -> Condition.parse("id = " + a + " OR id = " + b),
                    (a, b) -> id -> id == a || id == b),
            new Fact(
                    "Condition: IS NULL selects records whose field is unset",
                    Source.OTHERS,
                    SELECTIONS,
                    ConditionFacts::isNull),
            new Fact("Condition: LIKE takes % for any text", Source.SDK, SELECTIONS, ConditionFacts::like),
            new Fact(
                    "Condition: = on a text does not regard upper and lower case",
                    Source.INFERRED,
                    "get by email, sync: look-up by key",
                    ConditionFacts::text));

    private static final int RANGE = 5;
    private static final int PREFIX = 3;
    private static final List<String> TEXT_FIELDS = List.of(
            "email", "lastname", "company", "city", "firstname", "address", "country", "zip", "title", "website");

    private ConditionFacts() {}

    private static Condition id(Operator operator, long id) {
        return Condition.of("id", operator, Long.toString(id));
    }

    /**
     * A condition on two ids of the account, the second and the fourth lowest.
     *
     * @param expected the same condition in Java
     */
    private static Fact onIds(
            String name,
            String usedBy,
            BiFunction<Long, Long, Condition> condition,
            BiFunction<Long, Long, LongPredicate> expected) {
        return new Fact(name, Source.SDK, usedBy, account -> {
            List<Long> known = Contacts.ids(Contacts.atLeast(4, account));
            LongPredicate wanted = expected.apply(known.get(1), known.get(3));
            List<Long> lowest = known.stream().filter(wanted::test).limit(RANGE).toList();
            List<Long> read =
                    Contacts.ids(Contacts.selected(account, condition.apply(known.get(1), known.get(3)), RANGE, "id"));
            return found(read.equals(lowest), read, lowest);
        });
    }

    private static Finding found(boolean holds, List<Long> read, List<Long> expected) {
        return Finding.of(
                holds,
                holds
                        ? read.size() + " records as expected"
                        : read.size() + " records, "
                                + read.stream().filter(expected::contains).count() + " of the " + expected.size()
                                + " expected among them");
    }

    private static Finding isNull(Account account) {
        List<JsonNode> known = Contacts.atLeast(2, account);
        String field = TEXT_FIELDS.stream()
                .filter(name -> known.stream().anyMatch(row -> row.path(name).isNull()))
                .filter(name -> known.stream().anyMatch(row -> !isUnset(row, name)))
                .findFirst()
                .orElseThrow(() -> CheckEndedException.notTried(
                        "needs a text field that is null in one contact and set in another"));
        long last = Contacts.id(known.get(known.size() - 1));
        List<JsonNode> read = Contacts.selected(
                account,
                Condition.parse(field + " IS NULL").and(id(Operator.AT_MOST, last)),
                Contacts.PAGE,
                "id," + field);
        List<Long> unset = Contacts.ids(
                known.stream().filter(row -> row.path(field).isNull()).toList());
        List<Long> ids = Contacts.ids(read);
        return found(ids.containsAll(unset) && read.stream().allMatch(row -> isUnset(row, field)), ids, unset);
    }

    private static boolean isUnset(JsonNode row, String field) {
        return row.path(field).asText("").isEmpty() || row.path(field).isNull();
    }

    private static Finding like(Account account) {
        List<JsonNode> known = Contacts.atLeast(2, account);
        String prefix = known.stream()
                .map(ConditionFacts::email)
                .filter(email -> email.matches("[a-z]{" + PREFIX + "}.*@.*"))
                .map(email -> email.substring(0, PREFIX))
                .filter(start -> known.stream().anyMatch(row -> !email(row).startsWith(start)))
                .findFirst()
                .orElseThrow(() -> CheckEndedException.notTried("needs two contacts with e-mail addresses"));
        long last = Contacts.id(known.get(known.size() - 1));
        List<JsonNode> read = Contacts.selected(
                account,
                Condition.of("email", Operator.LIKE, prefix + "%").and(id(Operator.AT_MOST, last)),
                Contacts.PAGE,
                "id,email");
        List<Long> expected = Contacts.ids(
                known.stream().filter(row -> email(row).startsWith(prefix)).toList());
        return found(Contacts.ids(read).equals(expected), Contacts.ids(read), expected);
    }

    private static Finding text(Account account) {
        JsonNode one = Contacts.atLeast(2, account).stream()
                .filter(row -> email(row).matches("[a-z].*@.*"))
                .findFirst()
                .orElseThrow(() -> CheckEndedException.notTried("needs a contact with an e-mail address"));
        String email = email(one);
        List<JsonNode> read = Contacts.selected(
                account,
                Condition.of("email", Operator.EQUAL, email.toUpperCase(Locale.ROOT)),
                Contacts.PAGE,
                "id,email");
        boolean all = read.stream().allMatch(row -> email(row).equals(email));
        return found(
                all && Contacts.ids(read).contains(Contacts.id(one)), Contacts.ids(read), List.of(Contacts.id(one)));
    }

    private static String email(JsonNode row) {
        return row.path("email").asText("").toLowerCase(Locale.ROOT);
    }
}
