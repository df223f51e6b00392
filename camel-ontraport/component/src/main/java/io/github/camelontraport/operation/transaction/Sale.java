package io.github.camelontraport.operation.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.value.BodyReader;
import java.util.Map;
import java.util.Optional;

/** The body of a new sale: who buys, what, and how it is paid. */
final class Sale {

    private static final String CONTACT = "contact_id";
    private static final String KIND = "chargeNow";
    private static final String DATE = "trans_date";
    /** As milliseconds this is the year 1973, as seconds 5138: a smaller number was meant as seconds. */
    private static final long FIRST_MILLISECOND = 100_000_000_000L;

    private Sale() {}

    /**
     * The sale as it is sent.
     *
     * @param body of the message
     * @param kind what is done with it: chargeNow, chargeLog or requestPayment
     */
    static ObjectNode of(OperationContext context, String operation, Object body, String kind) {
        Map<String, Object> given = BodyReader.record(body);
        ObjectNode sale = context.encoder().parameters(given);
        if (sale.isEmpty()) {
            throw refused(operation, "needs the sale in the body: contact_id, offer with products, and how it is paid");
        }
        SaleKeys.check(sale, operation);
        sale.put(CONTACT, contact(sale, operation));
        refuseOther(sale.path(KIND).asText(kind), kind, operation);
        sale.put(KIND, kind);
        if (sale.has(DATE)) {
            sale.put(DATE, milliseconds(sale.get(DATE).asText(), operation));
        }
        if (!(sale.path("offer") instanceof ObjectNode offer)) {
            throw refused(operation, "needs offer in the body, a map with products");
        }
        OfferAmounts.refuseNulls(context.encoder().plain(given.get("offer")), "offer", operation);
        OfferAmounts.checkSale(offer, "offer", operation);
        for (JsonNode product : offer.get("products")) {
            if (BodyReader.id(product.get("id"), "id", "offer.products").isEmpty() || !product.hasNonNull("quantity")) {
                throw refused(operation, "needs id and quantity of each of offer.products");
            }
        }
        return sale;
    }

    private static long contact(ObjectNode sale, String operation) {
        Optional<Long> id =
                sale.hasNonNull(CONTACT) ? BodyReader.id(sale.get(CONTACT), "id", CONTACT) : Optional.empty();
        return id.orElseThrow(() -> refused(operation, "needs contact_id in the body"));
    }

    /** Refuses a body that asks for logging what is charged, or the other way round. */
    private static void refuseOther(String given, String kind, String operation) {
        if (!given.equals(kind)) {
            throw refused(operation, "sends " + KIND + "=" + kind + ", not '" + given + "' as the body has it");
        }
    }

    private static long milliseconds(String date, String operation) {
        if (!date.matches("\\d{1,15}") || Long.parseLong(date) < FIRST_MILLISECOND) {
            throw refused(
                    operation,
                    "needs " + DATE + " as a date such as an Instant or as Unix milliseconds, not '" + date + "'");
        }
        return Long.parseLong(date);
    }

    private static InvalidInputException refused(String operation, String problem) {
        return new InvalidInputException("Operation " + operation + " " + problem + ". Nothing was sent");
    }
}
