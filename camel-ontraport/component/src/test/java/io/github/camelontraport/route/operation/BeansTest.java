package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.camelontraport.support.SandboxTestSupport;
import io.github.camelontraport.support.TypedAccount;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beans and Java records that typed records are converted to, and written from. */
class BeansTest extends SandboxTestSupport {

    private static final String WORDS = "&fieldFormat=typed&fieldNames=label&timeZone=America/New_York";
    /** Midnight of 1 March 2026 in New York. */
    private static final String FIRST_OF_MARCH = "1772341200";

    @BeforeEach
    void fields() {
        TypedAccount.onContacts(sandbox());
    }

    record OldDate(@JsonProperty("Wedding day") Date day) {}

    record Local(@JsonProperty("Wedding day") LocalDateTime day) {}

    record Day(@JsonProperty("Wedding day") LocalDate day) {}

    record Sql(@JsonProperty("Wedding day") java.sql.Date day) {}

    record Moment(@JsonProperty("Wedding day") Instant day) {}

    record Zoned(@JsonProperty("Wedding day") ZonedDateTime day) {}

    record Offset(@JsonProperty("Wedding day") OffsetDateTime day) {}

    record OldCalendar(@JsonProperty("Wedding day") Calendar day) {}

    record Maybe(@JsonProperty("Wedding day") Optional<LocalDate> day) {}

    private Exchange read(long id) {
        return send("ontraport:contacts?operation=get" + WORDS, id);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                OldDate.class,
                Local.class,
                Day.class,
                Sql.class,
                Moment.class,
                Zoned.class,
                Offset.class,
                OldCalendar.class,
                Maybe.class
            })
    void aDayIsReadAndWrittenBackUnchanged(Class<?> type) {
        long id = sandbox().create(CONTACTS, Map.of("f1563", FIRST_OF_MARCH));

        Object bean = read(id).getMessage().getBody(type);
        Exchange written = send("ontraport:contacts?operation=create" + WORDS, bean);

        assertThat(sandbox().find(CONTACTS, id(written)))
                .hasValueSatisfying(stored -> assertThat(stored).containsEntry("f1563", FIRST_OF_MARCH));
    }

    record Visit(@JsonProperty("Last visit") LocalDateTime at) {}

    @Test
    void aTimeWithoutZoneIsThatOfTheEndpoint() {
        long id = sandbox().create(CONTACTS, Map.of("f1564", FIRST_OF_MARCH));

        Visit visit = read(id).getMessage().getBody(Visit.class);

        assertThat(visit.at()).isEqualTo("2026-03-01T00:00:00");
    }

    record Other(@JsonProperty("Shoe size") String size) {}

    @Test
    void aBeanThatNoFieldFitsIsRefused() {
        long id = sandbox().create(CONTACTS, Map.of("f1563", FIRST_OF_MARCH));
        Exchange read = read(id);

        assertThatThrownBy(() -> read.getMessage().getMandatoryBody(Other.class))
                .isInstanceOf(InvalidPayloadException.class)
                .hasStackTraceContaining("None of the properties [Shoe size]");
    }

    @Test
    void otherListsAreConvertedAsCamelDoes() {
        Day day = new Day(LocalDate.of(2026, 3, 1));

        Day[] days = context.getTypeConverter().convertTo(Day[].class, Arrays.asList(day, null));

        assertThat(days).containsExactly(day, null);
    }
}
