package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.support.SandboxTestSupport;
import io.github.camelontraport.support.TypedAccount;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Java values of all classes that a field takes in typed format, and those that it refuses. */
class TypedWritesTest extends SandboxTestSupport {

    private static final String CREATE = "ontraport:contacts?operation=create&fieldFormat=typed&timeZone=Europe/Berlin";
    /** Midnight of 1 March 2026 in Berlin. */
    private static final String FIRST_OF_MARCH = "1772319600";

    private static final Instant EVENING = Instant.parse("2026-03-01T20:15:00Z");

    @BeforeEach
    void fields() {
        TypedAccount.onContacts(sandbox());
    }

    static Stream<Object> timesOfTheFirstOfMarch() {
        return Stream.of(
                LocalDate.of(2026, 3, 1),
                LocalDateTime.of(2026, 3, 1, 20, 15),
                OffsetDateTime.parse("2026-03-01T23:15:00-05:00"),
                ZonedDateTime.parse("2026-03-01T23:15:00-08:00[America/Los_Angeles]"),
                EVENING,
                Date.from(EVENING),
                Timestamp.from(EVENING),
                GregorianCalendar.from(ZonedDateTime.parse("2026-03-01T23:15:00-08:00[America/Los_Angeles]")),
                "2026-03-01T20:15:00",
                "2026-03-01 20:15",
                "2026-02-28T23:30:00Z",
                "2026-03-01T23:30:00-08:00",
                Long.parseLong(FIRST_OF_MARCH),
                FIRST_OF_MARCH,
                new BigDecimal(FIRST_OF_MARCH + ".0"));
    }

    @ParameterizedTest
    @MethodSource("timesOfTheFirstOfMarch")
    void aDateFieldHoldsTheDayOfATime(Object time) {
        assertThat(stored(create("f1563", time))).containsEntry("f1563", FIRST_OF_MARCH);
    }

    @Test
    void aTimeFieldHoldsTheTime() {
        assertThat(stored(create("f1564", EVENING))).containsEntry("f1564", Long.toString(EVENING.getEpochSecond()));
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of("f1559", new int[] {5, 9}, "*/*5*/*9*/*"),
                Arguments.of("f1559", new Object[] {"Hiking", 9L}, "*/*5*/*9*/*"),
                Arguments.of("f1559", List.of("Chess", "9", "Chess"), "*/*9*/*"),
                Arguments.of("f1560", 1.0, "1"),
                Arguments.of("f1560", new BigDecimal("0.00"), "0"),
                Arguments.of("f1558", "Blue".toCharArray(), "2"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void otherClassesAreAccepted(String key, Object value, String written) {
        assertThat(stored(create(key, value))).containsEntry(key, written);
    }

    static Stream<Arguments> oddValues() {
        return Stream.of(
                Arguments.of("f1563", "2026", "takes a date or time, such as 2026-03-01"),
                Arguments.of("f1563", "20260301", "takes a date or time, such as 2026-03-01"),
                Arguments.of("f1563", 2026, "takes a date or time, such as 2026-03-01"),
                Arguments.of("f1563", 20260301L, "takes a date or time, such as 2026-03-01"),
                Arguments.of("f1563", 1_772_319_600_000L, "in whole Unix seconds"),
                Arguments.of("f1564", "1772319600000", "in whole Unix seconds"),
                Arguments.of("f1564", 8.5, "in whole Unix seconds"),
                Arguments.of("owner", 8.5, "takes the id of a record"),
                Arguments.of("f1559", new Object(), "takes a list of its options"),
                Arguments.of("f1560", 2, "takes true or false"));
    }

    @ParameterizedTest
    @MethodSource("oddValues")
    void oddValuesAreRefusedBeforeAnythingIsSent(String key, Object value, String message) {
        Exchange refused = create(key, value);

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(message);
        assertThat(sandbox().records(CONTACTS)).isEmpty();
    }

    private Exchange create(String key, Object value) {
        return send(CREATE, Map.of(key, value));
    }

    private static Map<String, Object> stored(Exchange created) {
        assertThat(created.getException()).isNull();
        return sandbox().find(CONTACTS, id(created)).orElseThrow();
    }
}
