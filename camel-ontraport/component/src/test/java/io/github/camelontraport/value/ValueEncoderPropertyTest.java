package io.github.camelontraport.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

class ValueEncoderPropertyTest {

    private static final long YEAR_9999 = 253_402_300_799L;
    private static final String PLAIN = "-?[0-9]+(\\.[0-9]+)?";

    private Locale before;

    @BeforeProperty
    void elsewhere() {
        before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterProperty
    void back() {
        Locale.setDefault(before);
    }

    @Property
    void numbersKeepTheirValueAndHaveNoExponent(
            @ForAll double number, @ForAll @Scale(12) BigDecimal decimal, @ForAll long id) {
        for (Number any : List.of(number, decimal, id)) {
            JsonNode node = new ValueEncoder(ZoneOffset.UTC).plain(any);
            assertThat(node.asText()).matches(PLAIN);
            assertThat(node.toString().replace("\"", "")).isEqualTo(node.asText());
            assertThat(new BigDecimal(node.asText())).isEqualByComparingTo(new BigDecimal(any.toString()));
        }
    }

    @Property
    void timesAreTheSecondTheyAreIn(
            @ForAll @LongRange(min = -YEAR_9999, max = YEAR_9999) long seconds,
            @ForAll @LongRange(min = 0, max = 999) long millis,
            @ForAll("zones") ZoneId zone) {
        ValueEncoder values = new ValueEncoder(zone);
        Instant instant = Instant.ofEpochSecond(seconds, millis * 1_000_000);
        for (Object time : List.of(
                instant,
                instant.atZone(zone),
                instant.atZone(zone).toOffsetDateTime(),
                new Date(seconds * 1000 + millis))) {
            assertThat(values.plain(time).longValue()).isEqualTo(seconds);
            assertThat(values.record(Map.of("trans_date", time))
                            .get("trans_date")
                            .longValue())
                    .isEqualTo(seconds * 1000 + millis);
        }
    }

    @Property
    void localTimesAreMeantInTheZone(
            @ForAll @LongRange(min = -YEAR_9999, max = YEAR_9999) long seconds, @ForAll("zones") ZoneId zone) {
        ValueEncoder values = new ValueEncoder(zone);
        LocalDateTime local = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        Instant written = Instant.ofEpochSecond(values.plain(local).longValue());
        // A local time that the clocks jump over is moved by the length of the jump.
        boolean exists = !zone.getRules().getValidOffsets(local).isEmpty();
        assertThat(LocalDateTime.ofInstant(written, zone).equals(local)).isEqualTo(exists);
        LocalDate day = local.toLocalDate();
        Instant midnight = Instant.ofEpochSecond(values.plain(day).longValue());
        assertThat(midnight.atZone(zone).toLocalDate().isBefore(day)).isFalse();
        assertThat(midnight.minusSeconds(1).atZone(zone).toLocalDate()).isBefore(day);
    }

    @Property
    void listTextSplitsBackIntoItsElements(@ForAll @NotEmpty List<@NotEmpty String> elements) {
        List<String> safe =
                elements.stream().map(text -> text.replace('*', '+')).toList();
        String text = new ValueEncoder(ZoneOffset.UTC)
                .record(Map.of("f", safe))
                .get("f")
                .textValue();
        assertThat(Arrays.asList(text.substring(3).split("\\*/\\*"))).isEqualTo(safe);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC",
                        "America/Los_Angeles",
                        "Europe/Berlin",
                        "Asia/Kolkata",
                        "Australia/Lord_Howe",
                        "America/Sao_Paulo",
                        "Pacific/Kiritimati")
                .map(ZoneId::of);
    }
}
