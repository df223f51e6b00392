package io.github.camelontraport.benchmarks.server;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fields of all kinds, as many of each: their values in a record, and what the metadata says of them. */
final class CannedKinds {

    private static final int FIRST = 2000;
    private static final int FIELDS = 80;

    private record Kind(String type, String value, String options) {}

    private static final String OPTIONS = IntStream.rangeClosed(1, 20)
            .mapToObj(id -> "\"" + id + "\":\"Option " + id + "\"")
            .collect(Collectors.joining(",", ",\"options\":{", "}"));

    private static final List<Kind> KINDS = List.of(
            new Kind("text", "a text of some words", ""),
            new Kind("drop", "7", OPTIONS),
            new Kind("list", "*/*3*/*12*/*", OPTIONS),
            new Kind("check", "1", ""),
            new Kind("price", "19.95", ""),
            new Kind("numeric", "42", ""),
            new Kind("fulldate", "1772323200", ""),
            new Kind("timestamp", "1770091506", ""));

    private CannedKinds() {}

    /** Members of a record. */
    static String values() {
        return IntStream.range(FIRST, FIRST + FIELDS)
                .mapToObj(i -> "\"f" + i + "\":\"" + kind(i).value + "\"")
                .collect(Collectors.joining(","));
    }

    /** The reply for the metadata of contacts. */
    static String metadata() {
        return "{\"code\":0,\"data\":{\"0\":{\"name\":\"Contact\",\"fields\":{" + field("email", "E-mail", "email", "")
                + "," + field("date", "Date Added", "timestamp", "") + ","
                + IntStream.range(FIRST, FIRST + FIELDS)
                        .mapToObj(i -> field("f" + i, "Field " + i, kind(i).type, kind(i).options))
                        .collect(Collectors.joining(","))
                + "}}},\"account_id\":50}";
    }

    private static String field(String key, String label, String type, String options) {
        return "\"" + key + "\":{\"alias\":\"" + label + "\",\"type\":\"" + type + "\"" + options + "}";
    }

    private static Kind kind(int number) {
        return KINDS.get(number % KINDS.size());
    }
}
