package io.github.camelontraport.sandbox.account.sale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/** Checks the products, quantities and amounts of an offer before anything of it is recorded. */
public final class OfferValidator {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,15})?(E[+-]?[0-9])?");
    private static final Pattern QUANTITY = Pattern.compile("0*[1-9][0-9]{0,8}(\\.0+)?");
    private static final List<String> TOTALS = List.of("subTotal", "grandTotal");

    private final RecordStore records;

    public OfferValidator(RecordStore records) {
        this.records = records;
    }

    /** @throws ApiErrorException when there are no products, or a product, a quantity or an amount is invalid */
    public void checkSale(ObjectNode offer) {
        if (offer.path("products").isEmpty()) {
            throw ApiErrorException.missing("offer.products");
        }
        offer.get("products").forEach(product -> {
            if (!product.has("quantity")) {
                throw ApiErrorException.missing("offer.products.quantity");
            }
            if (records.table(TypeDefinition.PRODUCT)
                    .find(product.path("id").asLong())
                    .isEmpty()) {
                throw ApiErrorException.invalid("Invalid Product ID");
            }
        });
        checkAmounts(offer);
    }

    /** Checks the quantities and amounts that are given. */
    public void checkAmounts(ObjectNode offer) {
        TOTALS.forEach(name -> checkAmount(offer.get(name)));
        offer.path("shipping").forEach(shipping -> checkAmount(shipping.get("price")));
        offer.path("products").forEach(product -> {
            checkQuantity(product.get("quantity"));
            checkAmount(product.get("total"));
            checkPrices(product.get("price"));
            product.path("trial").findValues("price").forEach(OfferValidator::checkAmount);
        });
    }

    /** An amount in the form that records have: two decimals. An absent amount is 0.00. */
    static String amount(JsonNode amount) {
        String text = amount.asText("0");
        return new BigDecimal(text).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** @param amount null when absent; JSON null is invalid */
    private static void checkAmount(JsonNode amount) {
        if (amount != null
                && !(isScalar(amount) && AMOUNT.matcher(amount.asText()).matches())) {
            throw ApiErrorException.invalid("Invalid amount");
        }
    }

    /** @param prices null when absent */
    private static void checkPrices(JsonNode prices) {
        if (prices == null) {
            return;
        }
        if (!prices.isArray() || prices.isEmpty()) {
            throw ApiErrorException.invalid("Invalid value for parameter: offer.products.price");
        }
        prices.forEach(price -> {
            if (!price.has("price")) {
                throw ApiErrorException.missing("offer.products.price");
            }
            checkAmount(price.get("price"));
        });
    }

    /** @param quantity null when absent */
    private static void checkQuantity(JsonNode quantity) {
        if (quantity != null
                && !(isScalar(quantity) && QUANTITY.matcher(quantity.asText()).matches())) {
            throw ApiErrorException.invalid("Invalid quantity");
        }
    }

    private static boolean isScalar(JsonNode value) {
        return value.isNumber() || value.isTextual();
    }
}
