package io.github.camelontraport.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelontraport.api.InvalidInputException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueEncoderTest {

    private static final ZoneId DENVER = ZoneId.of("America/Denver");
    private static final Instant INSTANT = Instant.ofEpochSecond(1_760_000_000L, 999_999_999);
    private static final UUID ID = UUID.fromString("00000000-0000-0001-0000-000000000002");

    private final ValueEncoder values = new ValueEncoder(DENVER);

    enum Tier {
        GOLD {
            @Override
            public String toString() {
                return "shiny";
            }
        }
    }

    static Stream<Arguments> scalars() {
        return Stream.of(
                Arguments.of("Zoë ", "\"Zoë \""),
                Arguments.of(builder("x"), "\"x\""),
                Arguments.of('c', "\"c\""),
                Arguments.of(new char[] {'a', 'b'}, "\"ab\""),
                Arguments.of(ID, "\"" + ID + "\""),
                Arguments.of(Tier.GOLD, "\"GOLD\""),
                Arguments.of(true, "1"),
                Arguments.of(false, "0"),
                Arguments.of(new AtomicBoolean(true), "1"),
                Arguments.of((byte) -5, "-5"),
                Arguments.of(Long.MAX_VALUE, "9223372036854775807"),
                Arguments.of(new AtomicLong(7), "7"),
                Arguments.of(new BigInteger("92233720368547758070"), "92233720368547758070"),
                Arguments.of(0.1f, "0.1"),
                Arguments.of(1e20, "100000000000000000000"),
                Arguments.of(new BigDecimal("19.90"), "19.90"),
                Arguments.of(new BigDecimal("1E+3"), "1000"),
                Arguments.of(1e-9, "\"0.0000000010\""),
                Arguments.of(INSTANT, "1760000000"),
                Arguments.of(Instant.ofEpochMilli(-1), "-1"),
                Arguments.of(ZonedDateTime.ofInstant(INSTANT, DENVER), "1760000000"),
                Arguments.of(OffsetDateTime.ofInstant(INSTANT, ZoneOffset.ofHours(9)), "1760000000"),
                Arguments.of(LocalDateTime.of(2026, 1, 5, 10, 0), "1767632400"),
                Arguments.of(LocalDate.of(2026, 1, 5), "1767596400"),
                Arguments.of(Date.from(INSTANT), "1760000000"),
                Arguments.of(new Date(-1), "-1"),
                Arguments.of(GregorianCalendar.from(ZonedDateTime.ofInstant(INSTANT, DENVER)), "1760000000"),
                Arguments.of(Optional.of(true), "1"),
                Arguments.of(JsonNodeFactory.instance.booleanNode(true), "1"),
                Arguments.of(JsonNodeFactory.instance.pojoNode(INSTANT), "1760000000"));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void writesScalars(Object value, String json) {
        assertThat(values.record(Map.of("f", value))).hasToString("{\"f\":" + json + "}");
        assertThat(values.record(Map.of("f", Map.of("g", value)))).hasToString("{\"f\":{\"g\":" + json + "}}");
        assertThat(values.plain(value)).hasToString(json);
        assertThat(values.record(Map.of("f", List.of(value))).get("f").asText())
                .isEqualTo("*/*" + json.replace("\"", "") + "*/*");
    }

    @Test
    void aSqlDateIsTheInstantItHolds() {
        assertThat(values.plain(new Date(1_760_000_000_999L) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public Instant toInstant() {
                        throw new UnsupportedOperationException("as java.sql.Date does");
                    }
                }))
                .hasToString("1760000000");
    }

    @Test
    void onlyTransDateIsInMilliseconds() {
        assertThat(values.record(Map.of("trans_date", INSTANT))).hasToString("{\"trans_date\":1760000000999}");
        assertThat(values.plain(Map.of("a", Map.of("trans_date", LocalDate.EPOCH))))
                .hasToString("{\"a\":{\"trans_date\":25200000}}");
        assertThat(values.record(Map.of("trans_date", 1760000000L))).hasToString("{\"trans_date\":1760000000}");
    }

    @Test
    void nullsAreLeftOutOfRecordsAndStayInPlainValues() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("a", null);
        fields.put("b", "");
        fields.put("c", Optional.empty());
        fields.put("d", Arrays.asList(1, null));
        fields.put("e", JsonNodeFactory.instance.nullNode());
        fields.put("f", new HashMap<>(fields));
        assertThat(values.record(fields))
                .hasToString("{\"b\":\"\",\"d\":\"*/*1*/*\",\"f\":{\"b\":\"\",\"d\":[1,null]}}");
        assertThat(values.plain(Arrays.asList(null, 1))).hasToString("[null,1]");
        assertThat(values.plain(fields).get("a").isNull()).isTrue();
        assertThat(values.plain(null).isNull()).isTrue();
    }

    @Test
    void collectionsOfScalarsAreListText() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("a", List.of(1, "2", true));
        fields.put("b", new int[] {5, 9});
        fields.put("c", Set.of());
        fields.put("d", new String[] {"x"});
        fields.put("e", JsonNodeFactory.instance.arrayNode().add(3).add(7));
        assertThat(values.record(fields))
                .hasToString("{\"a\":\"*/*1*/*2*/*1*/*\",\"b\":\"*/*5*/*9*/*\",\"c\":\"\","
                        + "\"d\":\"*/*x*/*\",\"e\":\"*/*3*/*7*/*\"}");
        assertThat(values.plain(fields))
                .hasToString("{\"a\":[1,\"2\",1],\"b\":[5,9],\"c\":[],\"d\":[\"x\"],\"e\":[3,7]}");
    }

    @Test
    void structuresStayJson() {
        Map<String, Object> offer = Map.of("products", List.of(Map.of("ids", List.of(1, true))));
        assertThat(values.record(Map.of("offer", offer))).hasToString("{\"offer\":{\"products\":[{\"ids\":[1,1]}]}}");
        assertThat(values.record(Map.of("a", List.of(1, Map.of("b", INSTANT)))))
                .hasToString("{\"a\":[1,{\"b\":1760000000}]}");
        assertThat(values.record(Map.of("a", List.of(List.of(1), List.of())))).hasToString("{\"a\":[[1],[]]}");
        assertThat(values.record(Map.of("a", new Line(INSTANT, 1.5f))))
                .hasToString("{\"a\":{\"at\":1760000000,\"price\":1.5}}");
        assertThat(values.plain(Map.of(5, 6))).hasToString("{\"5\":6}");
    }

    record Line(Instant at, float price) {}

    @Test
    void refusesWhatHasNoForm() {
        refused("Field 'a' cannot hold the number NaN", Map.of("a", Double.NaN));
        refused(
                "Field 'a.b[1]' cannot hold the number Infinity",
                Map.of("a", Map.of("b", List.of(1, Float.POSITIVE_INFINITY))));
        refused("Field 'a' holds a number of more than 400 digits", Map.of("a", new BigDecimal("1E999999999")));
        refused(
                "Field 'a[1]' cannot be part of a list: it contains the API's separator, */*",
                Map.of("a", List.of("x", "1*/*2")));
        refused("Field 'a[0]' cannot be part of a list", Map.of("a", List.of("x*/")));
        refused("Field 'a[0]' is an empty text", Map.of("a", List.of("")));
        refused("Field 'a' cannot hold a java.time.LocalTime", Map.of("a", LocalTime.NOON));
        refused("Field 'a' cannot hold a java.time.Duration", Map.of("a", Duration.ZERO));
        refused("Field 'a' cannot hold a byte[]", Map.of("a", new byte[] {1}));
        refused("Field 'a' cannot hold a java.lang.Object", Map.of("a", new Object()));
        Map<String, Object> nameless = new HashMap<>();
        nameless.put(null, 1);
        refused("A field name is null", nameless);
        List<Object> own = new ArrayList<>();
        own.add(own);
        refused("Does a map or list contain itself?", Map.of("a", own));
    }

    private void refused(String message, Map<String, ?> fields) {
        assertThatThrownBy(() -> values.record(fields))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    private static StringBuilder builder(String text) {
        StringBuilder builder = new StringBuilder();
        builder.append(text);
        return builder;
    }
}
