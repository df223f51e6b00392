package io.github.camelontraport.operation.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks offers: they need products, their amounts must be exact, and their quantities whole. */
final class OfferAmounts {

    /** A product's price may also be a list of payments, each with a price. */
    private static final String PRICE = "price";

    private static final Set<String> AMOUNTS = Set.of(PRICE, "total", "subTotal", "grandTotal", "taxTotal", "rate");
    private static final Set<String> COUNTS = Set.of("quantity");
    /** More than any currency has. An amount with more was computed in binary fractions, or should have been rounded. */
    private static final int MAX_DECIMALS = 4;

    private final String operation;
    private final boolean emptyAmounts;

    private OfferAmounts(String operation, boolean emptyAmounts) {
        this.operation = operation;
        this.emptyAmounts = emptyAmounts;
    }

    /**
     * Refuses an offer without products or with a wrong amount or quantity, and writes amounts as decimal numbers.
     *
     * @param place where the offer stands in the body
     */
    static void check(ObjectNode offer, String place, String operation) {
        new OfferAmounts(operation, true).check(offer, place);
    }

    /** As {@link #check}, for a sale: an amount that is empty is refused too. */
    static void checkSale(ObjectNode offer, String place, String operation) {
        new OfferAmounts(operation, false).check(offer, place);
    }

    /**
     * Refuses amounts and quantities without a value: left out, they would be those of the product.
     *
     * @param node in which nulls are kept
     */
    static void refuseNulls(JsonNode node, String place, String operation) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                refuseNulls(node.get(i), place + "[" + i + "]", operation);
            }
        }
        node.properties().forEach(field -> {
            String inner = place + "." + field.getKey();
            if (field.getValue().isNull() && (AMOUNTS.contains(field.getKey()) || COUNTS.contains(field.getKey()))) {
                throw new InvalidInputException("Operation " + operation + ": " + inner
                        + " is null; leave it out if it is not meant. Nothing was " + "sent");
            }
            refuseNulls(field.getValue(), inner, operation);
        });
    }

    private void check(ObjectNode offer, String place) {
        JsonNode products = offer.path("products");
        if (!products.isArray() || products.isEmpty() || !products.valueStream().allMatch(JsonNode::isObject)) {
            throw new InvalidInputException("Operation " + operation + " needs " + place
                    + ".products, a list of at least one product" + ". Nothing was sent");
        }
        checkNumbers(offer, place);
    }

    private void checkNumbers(JsonNode node, String path) {
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                checkNumbers(list.get(i), path + "[" + i + "]");
            }
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                String place = path + "." + field.getKey();
                if (AMOUNTS.contains(field.getKey()) && !isPayments(field.getKey(), field.getValue())) {
                    object.set(field.getKey(), amount(field.getValue(), place));
                } else if (COUNTS.contains(field.getKey())) {
                    checkCount(field.getValue(), place);
                } else {
                    checkNumbers(field.getValue(), place);
                }
            }
        }
    }

    private static boolean isPayments(String field, JsonNode value) {
        return field.equals(PRICE)
                && value.isArray()
                && !value.isEmpty()
                && value.valueStream().allMatch(JsonNode::isObject);
    }

    private JsonNode amount(JsonNode value, String place) {
        if (value.isValueNode() && value.asText().isEmpty() && emptyAmounts) {
            return value;
        }
        BigDecimal amount = number(value)
                .filter(number ->
                        number.signum() >= 0 && number.stripTrailingZeros().scale() <= MAX_DECIMALS)
                .orElseThrow(() -> refused(
                        value,
                        place,
                        "an amount of 0 or more with at most " + MAX_DECIMALS + " decimals, such as 49.50"));
        return JsonNodeFactory.instance.numberNode(amount.scale() < 0 ? amount.setScale(0) : amount);
    }

    private void checkCount(JsonNode value, String place) {
        boolean isCount = number(value)
                .filter(number ->
                        number.signum() > 0 && number.stripTrailingZeros().scale() <= 0)
                .isPresent();
        if (!isCount) {
            throw refused(value, place, "a whole number of 1 or more");
        }
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        String text = value.asText();
        boolean number = value.isValueNode()
                && !value.isBoolean()
                && text.length() <= 40
                && text.matches("-?[0-9]+(\\.[0-9]+)?(E[+-]?[0-9]{1,2})?");
        return number ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private InvalidInputException refused(JsonNode value, String place, String wanted) {
        String found = value.isValueNode() ? "'" + value.asText() + "'" : "not a single value";
        return new InvalidInputException(
                "Operation " + operation + ": " + place + " is " + found + ", not " + wanted + ". Nothing was sent");
    }
}
