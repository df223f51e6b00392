package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.support.SandboxTestSupport;
import java.net.URI;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Java values in bodies, in the form that the account gets. */
class BodyValuesTest extends SandboxTestSupport {

    private final TimeZone zoneOfTheJvm = TimeZone.getDefault();

    @AfterEach
    void restoreTheZone() {
        TimeZone.setDefault(zoneOfTheJvm);
    }

    private enum Tier {
        GOLD;

        @JsonValue
        String label() {
            return "Gold tier";
        }
    }

    private record Customer(Tier tier, Date birthday, Time called) {}

    private String sent(Object body) {
        sandbox().forgetRequests();
        Exchange created = send("ontraport:contacts?operation=create", body);
        assertThat(created.getException()).isNull();
        return sandbox().requests().get(0).body();
    }

    private void refused(Object body, String... words) {
        assertThat(send("ontraport:contacts?operation=create", body).getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContainingAll(words);
    }

    /** A JDBC driver makes a DATE of the day's midnight in the zone of the JVM; the day is what the database holds. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "Pacific/Auckland", "America/Denver"})
    void aDateOfADatabaseIsItsDayInEveryZoneOfTheJvm(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Date day = Date.valueOf("2026-03-01");

        assertThat(sent(Map.of("birthday", day))).contains("\"birthday\":1772323200}");
        assertThat(sent(new Customer(null, day, null))).contains("\"birthday\":1772323200}");
        Exchange found = send(
                "ontraport:contacts?operation=search",
                null,
                Map.of(
                        OntraportConstants.CONDITION,
                        List.of(Map.of(
                                "field", Map.of("field", "birthday"), "op", "=", "value", Map.of("value", day)))));
        assertThat(records(found)).hasSize(2);
    }

    @Test
    void aTimestampOfADatabaseIsItsInstant() {
        assertThat(sent(Map.of("birthday", Timestamp.from(Instant.ofEpochSecond(1_760_000_000)))))
                .contains("\"birthday\":1760000000}");
    }

    @Test
    void aTimeWithoutADateIsRefused() {
        Time time = Time.valueOf("10:30:00");

        refused(Map.of("called", time), "Field 'called'", "a time without a date", "give a text or a date and time");
        refused(new Customer(null, null, time), "Field 'called'", "a time without a date");
    }

    /** In milliseconds, such a date does not fit into the number that the API takes. */
    @Test
    void aDateThatCannotBeCountedIsRefused() {
        for (Object never : List.of(Instant.MAX, LocalDate.MAX, OffsetDateTime.MIN)) {
            refused(Map.of("trans_date", never), "Field 'trans_date' cannot hold " + never);
        }
    }

    /** Jackson would write down what it sees in them. */
    @Test
    void objectsOfTheJdkThatAreNoValuesAreRefusedByName() {
        refused(Map.of("city", Thread.currentThread()), "Field 'city' cannot hold a java.lang.Thread");
        refused(Map.of("city", new BitSet()), "Field 'city' cannot hold a java.util.BitSet");
        refused(new BitSet(), "cannot hold a java.util.BitSet");
        refused(Map.of("city", new byte[1]), "Field 'city' cannot hold a byte[]");
        assertThat(sent(Map.of("city", Locale.GERMANY))).contains("\"city\":\"de_DE\"");
        assertThat(sent(Map.of("city", URI.create("http://x/?a=b")))).contains("\"city\":\"http://x/?a=b\"");
    }

    @Test
    void anObjectWithoutPropertiesIsRefusedWithoutAdviceThatCannotBeFollowed() {
        assertThat(send("ontraport:contacts?operation=create", new Object()).getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("java.lang.Object has no properties")
                .hasMessageNotContaining("SerializationFeature");
    }

    static Collection<Object> endless() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        Map<String, Object> map = new HashMap<>();
        map.put("inner", map);
        return List.of(list, map, "{\"inner\":".repeat(2_000) + "1" + "}".repeat(2_000));
    }

    @ParameterizedTest
    @MethodSource("endless")
    void whatNestsWithoutEndIsRefused(Object value) {
        for (String uri : List.of(
                "ontraport:contacts?operation=create",
                "ontraport:contacts?operation=createFields",
                "ontraport:raw?method=POST&path=/Contacts")) {
            Object body = value instanceof String ? value : Map.of("name", "a", "fields", value);
            assertThat(send(uri, body).getException())
                    .isInstanceOf(OntraportValidationException.class)
                    .message()
                    .containsPattern("nests (too deeply|deeper)");
        }
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void anEnumConstantIsTheSameInAMapAndInABean() {
        assertThat(sent(Map.of("tier", Tier.GOLD))).contains("\"tier\":\"Gold tier\"}");
        assertThat(sent(new Customer(Tier.GOLD, null, null))).contains("\"tier\":\"Gold tier\"}");
        assertThat(sent(Map.of("tier", List.of(Tier.GOLD)))).contains("\"tier\":\"*/*Gold tier*/*\"}");
    }
}
