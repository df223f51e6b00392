package io.github.camelontraport.verify;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** What every reply looks like. */
final class ReplyFacts {

    static final List<Fact> ALL = List.of(
            new Fact(
                    "A reply is a JSON object with code 0 and data",
                    Source.SDK,
                    "every operation, poll and webhook",
                    ReplyFacts::envelope),
            new Fact(
                    "X-Rate-Limit-Limit and X-Rate-Limit-Remaining say how many requests are left",
                    Source.OTHERS,
                    "the request budget, when several programs use the account",
                    ReplyFacts::quota),
            new Fact(
                    "X-Rate-Limit-Reset is a number of seconds to wait, at most 60",
                    Source.SDK,
                    "the pause after HTTP 429",
                    ReplyFacts::reset),
            new Fact("The Date header is the server's time", Source.INFERRED, "event=updated", ReplyFacts::date));

    private static final String PROBE = Contacts.PATH + "/getInfo";
    /** The longest wait for a window of one minute. */
    private static final int LONGEST_RESET = 60;

    private ReplyFacts() {}

    /** The reply to the first request of every run. */
    static Reply first(Account account) {
        return account.read(PROBE);
    }

    /** The first reply as evidence. */
    static Reply probe(Account account) {
        return account.get(PROBE);
    }

    private static Finding envelope(Account account) {
        Reply reply = probe(account);
        return Finding.of(
                reply.succeeded() && reply.json().path("data").isObject(),
                reply.succeeded() ? "HTTP 200, code 0" : reply.describeFailure());
    }

    private static Finding quota(Account account) {
        Optional<Integer> limit = number(account, "X-Rate-Limit-Limit");
        Optional<Integer> remaining = number(account, "X-Rate-Limit-Remaining");
        if (limit.isEmpty() || remaining.isEmpty()) {
            return Finding.doesNotHold("a header is missing or is not a number");
        }
        return Finding.of(remaining.get() < limit.get(), remaining.get() + " of " + limit.get() + " left");
    }

    private static Finding reset(Account account) {
        Optional<Integer> reset = number(account, "X-Rate-Limit-Reset");
        return reset.isEmpty()
                ? Finding.doesNotHold("the header is missing or is not a number")
                : Finding.of(reset.get() <= LONGEST_RESET, reset.get() + " s");
    }

    private static Finding date(Account account) {
        Optional<String> date = probe(account).header("Date");
        if (date.isEmpty()) {
            return Finding.doesNotHold("the header is missing");
        }
        try {
            ZonedDateTime.parse(date.get(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Finding.holds("an HTTP date");
        } catch (DateTimeException e) {
            return Finding.doesNotHold("the header is not an HTTP date");
        }
    }

    private static Optional<Integer> number(Account account, String header) {
        return probe(account)
                .header(header)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }
}
