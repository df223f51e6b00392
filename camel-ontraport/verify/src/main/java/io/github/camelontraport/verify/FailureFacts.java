package io.github.camelontraport.verify;

import java.util.List;
import java.util.Locale;

/** How the API says that there is nothing. */
final class FailureFacts {

    static final List<Fact> ALL = List.of(
            new Fact(
                    "A record that does not exist is HTTP 404 or no data",
                    Source.OTHERS,
                    "get, which then brings null, and event=deleted",
                    FailureFacts::missingRecord),
            new Fact(
                    "A path that does not exist is HTTP 404 with 'Invalid path' in the text",
                    Source.OTHERS,
                    "get, which tells a wrong path from a missing record by this text",
                    FailureFacts::missingPath),
            new Fact(
                    "A type that does not exist is refused",
                    Source.INFERRED,
                    "errors that name the type in place of an empty result",
                    FailureFacts::missingType));

    private static final int NOT_FOUND = 404;
    private static final int LONGEST_TEXT = 80;
    private static final String INVALID_PATH = "invalid path";

    private FailureFacts() {}

    private static Finding missingRecord(Account account) {
        Reply reply = account.get("/Contact", "id", "2147483646");
        boolean missing = reply.status() == NOT_FOUND
                ? !saysInvalidPath(reply)
                : reply.succeeded() && reply.json().path("data").isEmpty();
        return Finding.of(missing, describe(reply));
    }

    private static Finding missingPath(Account account) {
        Reply reply = account.get("/ThereIsNoSuchPath");
        return Finding.of(reply.status() == NOT_FOUND && saysInvalidPath(reply), describe(reply));
    }

    private static Finding missingType(Account account) {
        Reply reply = account.get("/objects", "objectID", "9999999", "range", "1");
        return Finding.of(reply.isRefusal(), describe(reply));
    }

    /** With the API's text where it is one short sentence, as these reads ask for nothing that is personal. */
    private static String describe(Reply reply) {
        String text = reply.text();
        return reply.describeFailure() + (text.matches("[\\w ,.'/-]{1," + LONGEST_TEXT + "}") ? " '" + text + "'" : "");
    }

    private static boolean saysInvalidPath(Reply reply) {
        return reply.text().toLowerCase(Locale.ROOT).contains(INVALID_PATH);
    }
}
