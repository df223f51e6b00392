package io.github.camelontraport.poll;

import io.github.camelontraport.api.Json;
import io.github.camelontraport.api.page.RecordParser;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads the API's times, Unix seconds as text or number; unset ones are empty, null or 0. */
public final class UnixTime {

    /** The field of the last change in every type that has one. */
    public static final String MODIFIED = "dlm";

    private UnixTime() {}

    /** The second by which the server sorts the row; an unset one sorts as 0. */
    public static long of(Map<String, Object> row, String field, String path) {
        if (!row.containsKey(field)) {
            throw RecordParser.unexpected(
                    path,
                    "a record without " + field + ": this account keeps no time at which its records were "
                            + "changed. Watch event=created or event=deleted instead");
        }
        String text = Json.text(row.get(field));
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw RecordParser.unexpected(path, field + " '" + text + "', which is no time in Unix seconds");
        }
    }

    /** The time in the field; empty when the row has none. */
    public static Optional<Instant> time(Map<String, Object> row, String field) {
        String text = field == null ? "" : Json.text(row.get(field));
        return text.matches("[1-9]\\d{0,10}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
                : Optional.empty();
    }
}
