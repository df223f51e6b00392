package io.github.camelontraport.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.condition.Condition;
import java.util.List;

/** Reads of contacts that several checks share. */
final class Contacts {

    static final String PATH = "/Contacts";
    static final int PAGE = 50;

    private Contacts() {}

    /** The reply with the contacts of the lowest ids, in full, and the count of all. */
    static Reply lowest(Account account) {
        return account.get(PATH, "range", "50", "start", "0", "sort", "id", "sortDir", "asc", "count", "true");
    }

    /** The ids and dates of the contacts with the highest ids, the highest first. */
    static List<JsonNode> highest(Account account) {
        return account.get(PATH, "range", "50", "sort", "id", "sortDir", "desc", "listFields", "id,date")
                .rows();
    }

    /** The contacts of {@link #lowest}. Ends the check when there are fewer than needed. */
    static List<JsonNode> atLeast(int needed, Account account) {
        List<JsonNode> rows = lowest(account).rows();
        if (rows.size() < needed) {
            throw CheckEndedException.notTried(
                    rows.isEmpty()
                            ? "the account has no contacts"
                            : "the account has fewer than " + needed + " contacts");
        }
        return rows;
    }

    /** The contacts that meet the condition, by ascending id: their ids and the given fields. */
    static List<JsonNode> selected(Account account, Condition condition, int range, String listFields) {
        return account.get(
                        PATH,
                        "range",
                        Integer.toString(range),
                        "sort",
                        "id",
                        "sortDir",
                        "asc",
                        "condition",
                        condition.toJson(),
                        "listFields",
                        listFields)
                .rows();
    }

    static List<Long> ids(List<JsonNode> rows) {
        return rows.stream().map(Contacts::id).toList();
    }

    static long id(JsonNode row) {
        return Reply.number(row.path("id"))
                .orElseThrow(() -> CheckEndedException.doesNotHold("a contact without an id that is a number"));
    }

    /** Unix seconds of a field; 0 when it is unset. */
    static long seconds(JsonNode row, String field) {
        return Reply.number(row.path(field)).orElse(0);
    }

    static boolean isAscending(List<Long> values) {
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i - 1) > values.get(i)) {
                return false;
            }
        }
        return true;
    }
}
