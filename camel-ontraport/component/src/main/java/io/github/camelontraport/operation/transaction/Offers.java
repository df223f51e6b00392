package io.github.camelontraport.operation.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks offers: they need products, and their amounts must be exact. */
final class Offers {

    private static final Set<String> AMOUNTS = Set.of("price", "total", "subTotal", "grandTotal", "taxTotal");
    /** More than any currency has. An amount with more was computed in binary fractions, or should have been rounded. */
    private static final int MAX_DECIMALS = 4;

    private Offers() {}

    /**
     * Refuses an offer without products, and brings amounts into decimal numbers.
     *
     * @param place where the offer stands in the body
     */
    static void check(ObjectNode offer, String place, String operation) {
        JsonNode products = offer.path("products");
        if (!products.isArray() || products.isEmpty() || !products.valueStream().allMatch(JsonNode::isObject)) {
            throw new InvalidInputException("Operation " + operation + " needs " + place
                    + ".products, a list of at least one product" + ". Nothing was sent");
        }
        amounts(offer, place, operation);
    }

    private static void amounts(JsonNode node, String path, String operation) {
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                amounts(list.get(i), path + "[" + i + "]", operation);
            }
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                String place = path + "." + field.getKey();
                if (AMOUNTS.contains(field.getKey()) && field.getValue().isValueNode()) {
                    object.set(field.getKey(), amount(field.getValue(), place, operation));
                } else {
                    amounts(field.getValue(), place, operation);
                }
            }
        }
    }

    private static JsonNode amount(JsonNode value, String place, String operation) {
        String text = value.asText();
        if (text.isEmpty()) {
            return value;
        }
        boolean number = !value.isBoolean() && text.length() <= 40 && text.matches("-?\\d+(\\.\\d+)?(E[+-]?\\d{1,2})?");
        BigDecimal amount = number ? new BigDecimal(text) : null;
        if (amount == null || amount.stripTrailingZeros().scale() > MAX_DECIMALS) {
            throw new InvalidInputException(
                    "Operation " + operation + ": " + place + " is '" + text + "', not an amount of at" + " most "
                            + MAX_DECIMALS + " decimals, such as 49.50. Nothing was sent");
        }
        return JsonNodeFactory.instance.numberNode(amount.scale() < 0 ? amount.setScale(0) : amount);
    }
}
