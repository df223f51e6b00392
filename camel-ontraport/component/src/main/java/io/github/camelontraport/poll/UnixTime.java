package io.github.camelontraport.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.page.RecordParser;
import java.time.Instant;
import java.util.Optional;

/** Reads the API's times, Unix seconds as text or number; unset ones are empty, null or 0. */
public final class UnixTime {

    /** The field of the last change in every type that has one. */
    public static final String MODIFIED = "dlm";

    private UnixTime() {}

    /** The second that the row is sorted by; one that is unset sorts as 0. */
    public static long of(JsonNode row, String field, String path) {
        JsonNode value = row.get(field);
        if (value == null) {
            throw RecordParser.unexpected(
                    path,
                    "a record without " + field + ": this account cannot tell when its records were "
                            + "changed. Watch event=created or event=deleted instead");
        }
        try {
            return value.isNull() || value.asText().isEmpty() ? 0 : Long.parseLong(value.asText());
        } catch (NumberFormatException e) {
            throw RecordParser.unexpected(path, field + " '" + value.asText() + "', which is no time in Unix seconds");
        }
    }

    /** The time that the row names, if any. */
    public static Optional<Instant> time(JsonNode row, String field) {
        String text = field == null ? "" : row.path(field).asText("");
        return text.matches("[1-9]\\d{0,10}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
                : Optional.empty();
    }
}
