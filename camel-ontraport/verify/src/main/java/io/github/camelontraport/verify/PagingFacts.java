package io.github.camelontraport.verify;

import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** How many records come, which ones, and in which order. */
final class PagingFacts {

    static final List<Fact> ALL = List.of(
            new Fact(
                    "A page of range=50 is full while there are more records",
                    Source.DOCUMENTED,
                    "search, polls, sync: a page that is not full is the last one",
                    PagingFacts::fullPage),
            new Fact(
                    "range limits a page, start skips records",
                    Source.SDK,
                    "search with another sort than by id",
                    PagingFacts::rangeAndStart),
            new Fact(
                    "A start past the last record brings an empty array",
                    Source.OTHERS,
                    "search with another sort than by id",
                    PagingFacts::pastTheEnd),
            new Fact("sort=id sorts ids as numbers", Source.SDK, "search, polls, sync", PagingFacts::ascending),
            new Fact(
                    "sortDir=desc sorts downwards",
                    Source.SDK,
                    "startFrom=now: the highest id is read first",
                    PagingFacts::descending),
            new Fact(
                    "count=true adds the total, which getInfo knows too",
                    Source.DOCUMENTED,
                    "CamelOntraportCount of search and get",
                    PagingFacts::totals),
            new Fact(
                    "getInfo counts what the condition selects",
                    Source.SDK,
                    "count, event=deleted",
                    PagingFacts::countOfCondition));

    /** The account may change between two reads. */
    private static final long CHANGES_MEANWHILE = 10;

    private PagingFacts() {}

    private static Finding fullPage(Account account) {
        Reply reply = Contacts.lowest(account);
        int rows = reply.rows().size();
        long count = reply.count().orElse(rows);
        return count > Contacts.PAGE
                ? Finding.of(rows == Contacts.PAGE, rows + " records of " + count)
                : Finding.notTried("needs more than 50 contacts, the account has " + count);
    }

    private static Finding rangeAndStart(Account account) {
        List<Long> known = Contacts.ids(Contacts.atLeast(3, account));
        List<Long> read = Contacts.ids(account.get(
                        Contacts.PATH, "range", "2", "start", "1", "sort", "id", "sortDir", "asc", "listFields", "id")
                .rows());
        return Finding.of(read.equals(known.subList(1, 3)), read.size() + " records for range=2, start=1");
    }

    private static Finding pastTheEnd(Account account) {
        Contacts.atLeast(1, account);
        int rows = account.get(Contacts.PATH, "range", "1", "start", "2000000000", "sort", "id", "listFields", "id")
                .rows()
                .size();
        return Finding.of(rows == 0, rows + " records");
    }

    private static Finding ascending(Account account) {
        List<Long> ids = Contacts.ids(Contacts.atLeast(2, account));
        return Finding.of(Contacts.isAscending(ids), ids.size() + " ids compared");
    }

    private static Finding descending(Account account) {
        long lowest = Contacts.id(Contacts.atLeast(2, account).get(0));
        List<Long> ids = Contacts.ids(Contacts.highest(account));
        List<Long> sorted = ids.stream().sorted(Collections.reverseOrder()).toList();
        return Finding.of(ids.equals(sorted) && ids.get(0) > lowest, ids.size() + " ids compared");
    }

    private static Finding totals(Account account) {
        OptionalLong count = Contacts.lowest(account).count();
        OptionalLong info = Reply.number(ReplyFacts.probe(account).data().path("count"));
        if (count.isEmpty() || info.isEmpty()) {
            return Finding.doesNotHold((count.isEmpty() ? "the page" : "getInfo") + " has no count");
        }
        return Finding.of(
                Math.abs(count.getAsLong() - info.getAsLong()) <= CHANGES_MEANWHILE,
                count.getAsLong() + " with the page, " + info.getAsLong() + " by getInfo");
    }

    private static Finding countOfCondition(Account account) {
        List<Long> ids = Contacts.ids(Contacts.atLeast(3, account));
        Condition lowestTwo = Condition.of("id", Operator.AT_MOST, ids.get(1).toString());
        OptionalLong count = Reply.number(account.get(Contacts.PATH + "/getInfo", "condition", lowestTwo.toJson())
                .data()
                .path("count"));
        return Finding.of(
                count.equals(OptionalLong.of(2)),
                count.isPresent() ? count.getAsLong() + " counted where there are 2" : "no count");
    }
}
