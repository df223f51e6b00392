package io.github.camelontraport.api.condition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.Json;
import java.util.List;

/** Writes the API's JSON form: an array of clauses with the texts "AND" and "OR" between them. */
final class JsonConditionWriter {

    private static final JsonMapper MAPPER = Json.strict().build();

    private JsonConditionWriter() {}

    /** @param groups clauses joined by AND, in groups joined by OR */
    static String write(List<List<Clause>> groups) {
        ArrayNode array = MAPPER.createArrayNode();
        for (List<Clause> group : groups) {
            String joint = "OR";
            for (Clause clause : group) {
                if (!array.isEmpty()) {
                    array.add(joint);
                }
                array.add(node(clause));
                joint = "AND";
            }
        }
        try {
            return MAPPER.writeValueAsString(array);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts, numbers and booleans is always writable", e);
        }
    }

    private static ObjectNode node(Clause clause) {
        ObjectNode node = MAPPER.createObjectNode();
        // In quotes a label differs from every key. The API does not know it, so it has to be replaced before it is
        // sent.
        node.putObject("field").put("field", clause.isLabel() ? "\"" + clause.field() + "\"" : clause.field());
        node.put("op", clause.operator().symbol());
        switch (clause.operator().operand()) {
            case SCALAR ->
                node.putObject("value").set("value", node(clause.values().get(0)));
            case LIST -> {
                ArrayNode list = node.putObject("value").putArray("list");
                clause.values().forEach(value -> list.addObject().set("value", node(value)));
            }
            case NULL -> node.put("value", "NULL");
        }
        return node;
    }

    private static JsonNode node(Object scalar) {
        return MAPPER.valueToTree(scalar);
    }
}
