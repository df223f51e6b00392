package io.github.camelontraport.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ValueDecoderTest {

    @Test
    void turnsEveryKindOfNodeIntoPlainJava() {
        JsonNode node =
                BodyReader.json("{\"z\":\"8\",\"a\":[1,2.50,true,null,{}],\"big\":92233720368547758070,\"e\":1e3}");
        Map<String, Object> map = ValueDecoder.map(node);
        assertThat(map)
                .isInstanceOf(LinkedHashMap.class)
                .containsEntry("z", "8")
                .containsEntry("big", new BigInteger("92233720368547758070"))
                .containsEntry("e", new BigDecimal("1e3"));
        assertThat(map.keySet()).containsExactly("z", "a", "big", "e");
        assertThat(map.get("a"))
                .isInstanceOf(ArrayList.class)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly(1L, new BigDecimal("2.50"), true, null, Map.of());
        assertThat(ValueDecoder.of(node)).isEqualTo(map);
    }

    @Test
    void otherNodes() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        assertThat(ValueDecoder.of(nodes.missingNode())).isNull();
        assertThat(ValueDecoder.of(nodes.pojoNode(List.of(1)))).isEqualTo(List.of(1));
        assertThat(ValueDecoder.of(nodes.numberNode(0.1f))).isEqualTo(new BigDecimal("0.1"));
        assertThat(ValueDecoder.of(nodes.numberNode(Double.NaN))).isEqualTo(Double.NaN);
        assertThat(ValueDecoder.map(nodes.arrayNode())).isEmpty();
    }

    @Property
    void integersAreLongsWhileTheyFit(@ForAll BigInteger integer) {
        Object value = ValueDecoder.of(JsonNodeFactory.instance.numberNode(integer));
        assertThat(value)
                .hasToString(integer.toString())
                .isInstanceOf(integer.bitLength() < Long.SIZE ? Long.class : BigInteger.class);
    }
}
