package io.github.camelontraport.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** The times of records, by which polls notice what happened. */
final class DateFacts {

    static final List<Fact> ALL = List.of(
            new Fact("date and dlm are Unix seconds", Source.SDK, "polls, fieldFormat=typed", DateFacts::seconds),
            new Fact(
                    "sort=dlm sorts by the time of the last change", Source.OTHERS, "event=updated", DateFacts::sorted),
            new Fact("A condition compares dlm with Unix seconds", Source.OTHERS, "event=updated", DateFacts::compared),
            new Fact(
                    "No dlm is ahead of the Date header",
                    Source.INFERRED,
                    "event=updated: what has settled is judged by the server's clock",
                    DateFacts::notAhead),
            new Fact(
                    "Ids grow in the order of creation",
                    Source.INFERRED,
                    "event=created, event=tagged",
                    DateFacts::idsGrow));

    private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
    /** The header is cut to seconds, and the servers of an account may differ a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private DateFacts() {}

    private static Finding seconds(Account account) {
        List<JsonNode> known = Contacts.atLeast(1, account);
        long good = known.stream()
                .flatMapToLong(row -> LongStream.of(Contacts.seconds(row, "date"), Contacts.seconds(row, "dlm")))
                .filter(time -> time >= EARLIEST && time < LATEST)
                .count();
        return Finding.of(
                good == 2L * known.size(), good + " of " + 2L * known.size() + " values are times since the year 2000");
    }

    private static Reply latest(Account account) {
        Contacts.atLeast(2, account);
        return account.get(Contacts.PATH, "range", "50", "sort", "dlm", "sortDir", "desc", "listFields", "id,dlm");
    }

    private static List<Long> changes(List<JsonNode> rows) {
        return rows.stream().map(row -> Contacts.seconds(row, "dlm")).toList();
    }

    private static Finding sorted(Account account) {
        List<Long> times = changes(latest(account).rows());
        if (times.stream().distinct().count() < 2) {
            return Finding.notTried("needs contacts that were changed at different times");
        }
        return Finding.of(
                times.equals(times.stream().sorted(Comparator.reverseOrder()).toList()),
                times.size() + " times compared");
    }

    /** Above all times but the latest ones of the contacts that are known, so that others stay outside. */
    private static Finding compared(Account account) {
        List<JsonNode> known = Contacts.atLeast(2, account);
        List<Long> times = changes(known).stream().distinct().sorted().toList();
        if (times.size() < 2) {
            return Finding.notTried("needs contacts that were changed at different times");
        }
        long bound = times.get(times.size() / 2);
        List<JsonNode> read = Contacts.selected(
                account,
                Condition.of("dlm", Operator.AT_LEAST, Long.toString(bound))
                        .and(Condition.of(
                                "id", Operator.AT_MOST, Long.toString(Contacts.id(known.get(known.size() - 1))))),
                Contacts.PAGE,
                "id,dlm");
        List<Long> expected = Contacts.ids(known.stream()
                .filter(row -> Contacts.seconds(row, "dlm") >= bound)
                .toList());
        // A contact that was changed meanwhile may have joined them.
        boolean holds = Contacts.ids(read).containsAll(expected)
                && changes(read).stream().allMatch(time -> time >= bound);
        return Finding.of(holds, read.size() + " records where " + expected.size() + " were expected");
    }

    private static Finding notAhead(Account account) {
        Reply reply = latest(account);
        long latest = changes(reply.rows()).stream()
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> CheckEndedException.notTried("needs contacts"));
        long ahead = latest - date(reply).getEpochSecond();
        return Finding.of(
                ahead <= TOLERANCE.toSeconds(),
                ahead > 0 ? "the latest is " + ahead + " s ahead" : "the latest is " + -ahead + " s behind");
    }

    private static Instant date(Reply reply) {
        try {
            return ZonedDateTime.parse(reply.header("Date").orElse(""), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            throw CheckEndedException.notTried("there is no Date header to compare with");
        }
    }

    private static Finding idsGrow(Account account) {
        List<JsonNode> known = Contacts.atLeast(2, account);
        List<JsonNode> highest = Contacts.highest(account);
        long breaks = breaks(known)
                + breaks(highest.stream()
                        .sorted(Comparator.comparingLong(Contacts::id))
                        .toList());
        return Finding.of(
                breaks == 0,
                breaks == 0
                        ? "the first " + known.size() + " and the last " + highest.size() + " contacts compared"
                        : breaks + " contacts are older than the one with the next lower id");
    }

    private static long breaks(List<JsonNode> byId) {
        long breaks = 0;
        for (int i = 1; i < byId.size(); i++) {
            if (Contacts.seconds(byId.get(i), "date") < Contacts.seconds(byId.get(i - 1), "date")) {
                breaks++;
            }
        }
        return breaks;
    }
}
