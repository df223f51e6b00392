package io.github.camelontraport.poll;

import io.github.camelontraport.api.InvalidInputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a consumer without state begins.
 *
 * @param instant empty for {@code now} and {@code beginning}
 */
public record InitialPosition(Kind kind, Optional<Instant> instant) {

    /** The three forms. */
    public enum Kind {
        NOW,
        BEGINNING,
        INSTANT
    }

    /** @throws InvalidInputException when the text has none of the three forms */
    public static InitialPosition parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "now" -> new InitialPosition(Kind.NOW, Optional.empty());
            case "beginning" -> new InitialPosition(Kind.BEGINNING, Optional.empty());
            default -> new InitialPosition(Kind.INSTANT, Optional.of(instant(text)));
        };
    }

    private static Instant instant(String text) {
        try {
            // The plus of an offset arrives as a blank when the URI was not written with RAW.
            return OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInputException(
                    "Option startFrom: '" + text + "' is neither now nor beginning nor a time such as "
                            + "2026-01-31T08:00:00Z",
                    e);
        }
    }
}
