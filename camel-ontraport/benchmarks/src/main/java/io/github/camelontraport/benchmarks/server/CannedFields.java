package io.github.camelontraport.benchmarks.server;

import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Fields of a contact beyond the usual ones, as accounts have them. */
public final class CannedFields {

    private static final long FIRST = 1500;

    private CannedFields() {}

    /** So many members of a JSON object. */
    public static String json(int count) {
        return LongStream.range(FIRST, FIRST + count)
                .mapToObj(field -> "\"f" + field + "\":\"value of " + field + "\"")
                .collect(Collectors.joining(","));
    }
}
