package io.github.camelontraport.sandbox.account.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.sandbox.account.record.ValueOrder;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import java.util.ArrayList;
import java.util.List;

/** Parses the JSON of a condition. Everything outside the grammar is refused with 400. */
public final class RecordConditionParser {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final TypeDefinition type;

    public RecordConditionParser(TypeDefinition type) {
        this.type = type;
    }

    public RecordCondition parse(String json) {
        JsonNode elements = read(json);
        if (!elements.isArray() || elements.size() % 2 == 0) {
            throw malformed("clauses joined by AND or OR expected");
        }
        List<List<RecordCondition.Clause>> alternatives = new ArrayList<>();
        alternatives.add(new ArrayList<>(List.of(clause(elements.get(0)))));
        for (int i = 1; i < elements.size(); i += 2) {
            if (isOr(elements.get(i))) {
                alternatives.add(new ArrayList<>());
            }
            alternatives.get(alternatives.size() - 1).add(clause(elements.get(i + 1)));
        }
        return new RecordCondition(alternatives);
    }

    private RecordCondition.Clause clause(JsonNode clause) {
        String field = clause.path("field").path("field").asText("");
        if (!type.hasField(field)) {
            throw malformed("unknown field " + field);
        }
        String symbol = clause.path("op").asText("");
        ConditionOperator operator =
                ConditionOperator.of(symbol).orElseThrow(() -> malformed("unknown operator " + symbol));
        return new RecordCondition.Clause(
                field, ValueOrder.of(type, field), operator, operands(operator, clause.path("value")));
    }

    private static List<String> operands(ConditionOperator operator, JsonNode value) {
        return switch (operator.operand()) {
            case SCALAR -> List.of(scalar(value));
            case LIST -> list(value.path("list"));
            case NULL -> nullOperand(value);
        };
    }

    private static List<String> list(JsonNode elements) {
        if (!elements.isArray() || elements.isEmpty()) {
            throw malformed("list expected");
        }
        List<String> operands = new ArrayList<>();
        elements.forEach(element -> operands.add(scalar(element)));
        return operands;
    }

    private static String scalar(JsonNode holder) {
        JsonNode value = holder.path("value");
        if (!value.isValueNode() || value.isNull()) {
            throw malformed("value expected");
        }
        return value.asText();
    }

    /** Accepts both forms that clients send: the bare text NULL, and an object whose value is null. */
    private static List<String> nullOperand(JsonNode value) {
        boolean isNull = "NULL".equals(value.asText())
                || (value.has("value") && value.get("value").isNull());
        if (!isNull) {
            throw malformed("NULL expected");
        }
        return List.of();
    }

    private static boolean isOr(JsonNode connective) {
        String text = connective.asText("");
        if (!"AND".equals(text) && !"OR".equals(text)) {
            throw malformed("AND or OR expected");
        }
        return "OR".equals(text);
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw malformed("not JSON");
        }
    }

    private static ApiErrorException malformed(String reason) {
        return ApiErrorException.invalid("Invalid condition: " + reason);
    }
}
