package io.github.camelontraport.operation.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormEncodingTest {

    @Test
    void writesScalarsAsTextListsAsCommaTextAndStructuresAsJson() {
        ObjectNode parameters = JsonNodeFactory.instance
                .objectNode()
                .put("text", "a,b")
                .put("flag", true)
                .put("amount", new BigDecimal("0.0000001"))
                .putNull("none");
        parameters.putArray("ids").add(1).add(2);
        parameters.putObject("map").put("a", 1);
        parameters.putArray("maps").addObject().put("a", 1);

        assertThat(FormEncoding.of(parameters))
                .isEqualTo(Map.of(
                        "text", "a,b",
                        "flag", "true",
                        "amount", "0.0000001",
                        "ids", "1,2",
                        "map", "{\"a\":1}",
                        "maps", "[{\"a\":1}]"));
    }
}
