package io.github.camelontraport.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read is what Jackson's own tree would be. */
class JsonTest {

    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Property
    void isTheTreeThatJacksonReads(@ForAll("values") Object value) throws IOException {
        byte[] text = JACKSON.writeValueAsBytes(value);
        JsonNode expected = JACKSON.readTree(text);
        Object read = Json.read(text);

        assertThat(read).isEqualTo(ValueDecoder.of(expected));
        assertThat(Json.tree(read)).isEqualTo(expected).hasToString(expected.toString());
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
        assertThat(read("{\"id\":1,\"b\":2,\"id\":3}")).hasToString("{id=3, b=2}");
    }

    @Test
    void aNullIsThere() throws IOException {
        Map<String, Object> read = read("{\"id\":null}");

        assertThat(read).containsKey("id").doesNotContainKey("name");
        assertThat(read.get("id")).isNull();
    }

    @Test
    @SuppressWarnings("unchecked")
    void copiesShareNothing() throws IOException {
        Map<String, Object> read = read("{\"tags\":[{\"id\":1}],\"owner\":{\"name\":\"Ada\"}}");
        Map<String, Object> one = ValueDecoder.copy(read);
        one.put("id", 7);
        ((Map<String, Object>) one.get("owner")).clear();
        ((List<Map<String, Object>>) one.get("tags")).get(0).clear();

        assertThat(read).isEqualTo(Map.of("tags", List.of(Map.of("id", 1L)), "owner", Map.of("name", "Ada")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{} {}", "[1,]", "{\"a\":1", "nul", "[1"})
    void whatIsNotOneValueIsRefused(String text) {
        assertThatThrownBy(() -> Json.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(String text) throws IOException {
        return (Map<String, Object>) Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
