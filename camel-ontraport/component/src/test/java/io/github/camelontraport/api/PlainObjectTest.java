package io.github.camelontraport.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelontraport.value.ValueDecoder;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is read is what Jackson's own tree would be. */
class PlainObjectTest {

    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Property
    void isTheTreeThatJacksonReads(@ForAll("values") Object value) throws IOException {
        byte[] text = JACKSON.writeValueAsBytes(value);
        JsonNode expected = JACKSON.readTree(text);
        JsonNode read = Json.read(text);

        assertThat(read).isEqualTo(expected).hasSameHashCodeAs(expected).hasToString(expected.toString());
        assertThat(expected).isEqualTo(read);
        assertThat(ValueDecoder.of(read)).isEqualTo(ValueDecoder.of(expected));
        assertThat(ValueDecoder.of(read.deepCopy())).isEqualTo(ValueDecoder.of(expected));
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(5),
                        Arbitraries.bigIntegers().between(BigInteger.TWO.pow(70).negate(), BigInteger.TWO.pow(70)),
                        Arbitraries.integers(),
                        Arbitraries.longs(),
                        Arbitraries.bigDecimals(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(new BigDecimal("1.50"), new BigDecimal("1E+30")))
                .injectNull(0.1)
                .map(Object.class::cast);
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        inner,
                        inner.list().ofMaxSize(4),
                        Arbitraries.maps(Arbitraries.strings().ofMaxLength(3), inner)
                                .ofMaxSize(4)),
                0,
                3);
    }

    @Test
    void ofANameThatComesTwiceTheLastCounts() throws IOException {
        assertThat(read("{\"id\":1,\"b\":2,\"id\":3}").toString()).isEqualTo("{\"id\":3,\"b\":2}");
    }

    @Test
    void aNullIsThere() throws IOException {
        JsonNode read = read("{\"id\":null}");

        assertThat(read.has("id")).isTrue();
        assertThat(read.hasNonNull("id")).isFalse();
        assertThat(read.get("name")).isNull();
    }

    @Test
    @SuppressWarnings("unchecked")
    void mapsShareNothing() throws IOException {
        JsonNode read = read("{\"tags\":[{\"id\":1}],\"owner\":{\"name\":\"Ada\"}}");
        Map<String, Object> one = ValueDecoder.map(read);
        one.put("id", 7);
        ((Map<String, Object>) one.get("owner")).clear();
        ((List<Map<String, Object>>) one.get("tags")).get(0).clear();

        assertThat(ValueDecoder.map(read))
                .isEqualTo(Map.of("tags", List.of(Map.of("id", 1L)), "owner", Map.of("name", "Ada")));
    }

    private static JsonNode read(String text) throws IOException {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
