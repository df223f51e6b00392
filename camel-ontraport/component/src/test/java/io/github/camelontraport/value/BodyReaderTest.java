package io.github.camelontraport.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelontraport.api.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

    private static final Instant INSTANT = Instant.ofEpochSecond(1_760_000_000L);

    record Times(
            Instant a,
            ZonedDateTime b,
            OffsetDateTime c,
            LocalDateTime d,
            LocalDate e,
            Date f,
            Calendar g,
            Optional<Instant> h,
            List<Instant> i) {}

    record Numbers(BigDecimal a, float b, double c, long d, boolean e, UUID f) {}

    static final class Person {

        @JsonProperty("f1557")
        public String tier = "Gold";

        @JsonIgnore
        public String secret = "x";

        public String getFirstname() {
            return "Zoë";
        }

        public String getLastname() {
            return null;
        }
    }

    @Test
    void readsJsonInAnyForm() {
        String json =
                "\uFEFF {\"firstname\":\"Zoë\",\"f1\":true,\"spent\":19.90,\"n\":null,\"id\":9223372036854775808}";
        JsonNode tree = JsonNodeFactory.instance.objectNode().put("firstname", "Zoë");
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        for (Object body :
                new Object[] {json, builder(json), bytes, new ByteArrayInputStream(bytes), new StringReader(json)}) {
            Map<String, Object> fields = BodyReader.record(body);
            assertThat(fields.keySet()).containsExactly("firstname", "f1", "spent", "n", "id");
            assertThat(new ValueEncoder(ZoneOffset.UTC).record(fields))
                    .hasToString("{\"firstname\":\"Zoë\",\"f1\":1,\"spent\":19.90,\"id\":9223372036854775808}");
        }
        assertThat(BodyReader.record(tree)).containsExactly(Map.entry("firstname", "Zoë"));
    }

    @Test
    void readsMapsWithoutChangingThem() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put("b", INSTANT);
        map.put('a', null);
        assertThat(BodyReader.record(Map.copyOf(Map.of("b", INSTANT)))).containsEntry("b", INSTANT);
        assertThat(BodyReader.record(map).keySet()).containsExactly("b", "a");
        BodyReader.record(map).clear();
        assertThat(map).hasSize(2);
    }

    @Test
    void readsBeansAsJacksonSeesThem() {
        Map<String, Object> fields = BodyReader.record(new Person());
        assertThat(fields)
                .containsOnlyKeys("f1557", "firstname", "lastname")
                .containsEntry("f1557", "Gold")
                .containsEntry("lastname", null);
    }

    @Test
    void datesOfBeansArriveAsDates() {
        Times times = new Times(
                INSTANT,
                INSTANT.atZone(ZoneOffset.UTC),
                INSTANT.atOffset(ZoneOffset.UTC),
                LocalDateTime.of(2026, 1, 5, 10, 0),
                LocalDate.of(2026, 1, 5),
                Date.from(INSTANT),
                GregorianCalendar.from(INSTANT.atZone(ZoneOffset.UTC)),
                Optional.of(INSTANT),
                List.of(INSTANT));
        Map<String, Object> fields = BodyReader.record(times);
        assertThat(fields)
                .containsEntry("a", INSTANT)
                .containsEntry("b", times.b())
                .containsEntry("c", times.c())
                .containsEntry("d", times.d())
                .containsEntry("e", times.e())
                .containsEntry("f", times.f())
                .containsEntry("g", times.g())
                .containsEntry("i", List.of(INSTANT));
        assertThat(new ValueEncoder(ZoneOffset.UTC).record(fields))
                .hasToString("{\"a\":1760000000,\"b\":1760000000,"
                        + "\"c\":1760000000,\"d\":1767607200,\"e\":1767571200,\"f\":1760000000,\"g\":1760000000,"
                        + "\"h\":1760000000,\"i\":\"*/*1760000000*/*\"}");
    }

    @Test
    void numbersOfBeansKeepTheirDigits() {
        Numbers numbers = new Numbers(new BigDecimal("19.90"), 0.1f, 1e20, Long.MIN_VALUE, true, new UUID(1, 2));
        ValueEncoder values = new ValueEncoder(ZoneOffset.UTC);
        String expected = "{\"a\":19.90,\"b\":0.1,\"c\":100000000000000000000,\"d\":-9223372036854775808,\"e\":1,"
                + "\"f\":\"00000000-0000-0001-0000-000000000002\"}";
        assertThat(values.record(BodyReader.record(numbers))).hasToString(expected);
        assertThat(values.plain(BodyReader.json(numbers))).hasToString(expected);
    }

    @Test
    void nothingHoldsNothing() {
        for (Object body :
                new Object[] {null, "", " \n", new byte[0], Optional.empty(), JsonNodeFactory.instance.nullNode()}) {
            assertThat(BodyReader.record(body)).isEmpty();
            assertThat(new ValueEncoder(ZoneOffset.UTC)
                            .plain(BodyReader.json(body))
                            .isNull())
                    .isTrue();
            assertThat(BodyReader.ids(body, "id")).isEmpty();
            assertThat(BodyReader.id(body, "id")).isEmpty();
        }
    }

    @Test
    void saysWhatItFoundInPlaceOfFields() {
        refusedAsRecord(
                "hello",
                "it is a text. Accepted are a Map, a JSON object (text, bytes, stream or JsonNode), or a bean.");
        refusedAsRecord(TextNode.valueOf("x"), "it is a text");
        refusedAsRecord(List.of(Map.of()), "it is a list of 1 element.");
        refusedAsRecord("[1,2]", "it is a list of 2 elements.");
        refusedAsRecord(new int[3], "it is a list of 3 elements.");
        refusedAsRecord(5, "it is the value 5");
        refusedAsRecord(true, "it is the value true");
        refusedAsRecord(LocalDate.EPOCH, "it is a java.time.LocalDate");
        refusedAsRecord(new Object(), "cannot hold a java.lang.Object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1", "{\"a\":1} x", "{\"a\":1,\"a\":2}", "{'a':1}", "{a:1}", "[1,]"})
    void refusesDubiousJson(String json) {
        refusedAsRecord(json, "What starts like JSON cannot be read: line 1, column ");
        assertThatThrownBy(() -> BodyReader.json(json)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void brokenJsonIsNotShownAsItMayHoldTheNumberOfACard() {
        assertThatThrownBy(() -> BodyReader.record("{\"payer\":{\"ccnumber\": x4111111111111111}}"))
                .hasMessageContaining("line 1, column")
                .hasMessageNotContaining("4111")
                .hasNoCause();
        assertThatThrownBy(() -> BodyReader.record("{\"4111111111111111\":1,\"4111111111111111\":2}"))
                .hasMessageContaining("for the second time")
                .hasMessageNotContaining("4111")
                .hasNoCause();
    }

    @Test
    void aStreamThatBreaksIsRefused() {
        refusedAsRecord(
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        return read();
                    }
                },
                "cannot be read: gone");
    }

    @Test
    void jsonKeepsDatesForTheWire() {
        JsonNode tree = BodyReader.json(Map.of("at", INSTANT, "list", List.of(LocalDate.EPOCH)));
        JsonNode written = new ValueEncoder(ZoneOffset.UTC).plain(tree);
        assertThat(written.get("at").longValue()).isEqualTo(1_760_000_000L);
        assertThat(written.get("list")).hasToString("[0]");
        assertThat(BodyReader.json("[1.50, true]")).hasToString("[1.50,true]");
        assertThatThrownBy(() -> BodyReader.json("x")).hasMessageContaining("no JSON object or array");
        assertThatThrownBy(() -> BodyReader.json(new Object())).isInstanceOf(InvalidInputException.class);
    }

    private static void refusedAsRecord(Object body, String message) {
        assertThatThrownBy(() -> BodyReader.record(body))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aNumberBeyondAllBoundsIsRefused() {
        assertThatThrownBy(() -> BodyReader.record("{\"a\": 1e9999999991}"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("too large to be read");
    }

    private static StringBuilder builder(String text) {
        StringBuilder builder = new StringBuilder();
        builder.append(text);
        return builder;
    }
}
