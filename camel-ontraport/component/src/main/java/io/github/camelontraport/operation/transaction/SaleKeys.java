package io.github.camelontraport.operation.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.operation.KnownKeys;
import java.util.List;
import java.util.Map;

/**
 * The keys of a sale and of the offer in it, including those that an offer has when it is read. The API
 * ignores any other key: a misspelt {@code cc_id} would charge another card, and a misspelt {@code total} another sum.
 */
final class SaleKeys {

    private static final List<String> SALE = List.of(
            "contact_id",
            "chargeNow",
            "offer",
            "trans_date",
            "invoice_template",
            "gateway_id",
            "cc_id",
            "payer",
            "billing_address",
            "external_order_id",
            "oprid",
            "create_open_order_on_decline",
            "delay",
            "customer_note",
            "internal_note",
            "send_invoice",
            "due_on",
            "to_field",
            "from_fields");
    private static final List<String> OFFER = List.of(
            "products",
            "taxes",
            "shipping",
            "delay",
            "subTotal",
            "grandTotal",
            "hasTaxes",
            "hasShipping",
            "send_recurring_invoice",
            "shipping_charge_recurring_orders",
            "shipping_charge_reoccurring_orders",
            "ccExpirationDate",
            "currency_code",
            "coupon",
            "invoice_template",
            "paypalValid",
            "offerCoupon",
            "resorted",
            "cc_id",
            "offer_id",
            "order_id",
            "payment_next_date",
            "status",
            "gateway_id",
            "affiliate_id");
    private static final List<String> PRODUCT = List.of(
            "id",
            "quantity",
            "total",
            "shipping",
            "tax",
            "taxable",
            "type",
            "price",
            "trial",
            "minQuantity",
            "maxQuantity",
            "quantityEditable",
            "index",
            "name",
            "uid",
            "product_type");
    private static final List<String> PRICE = List.of("price", "payment_count", "unit", "id");

    private static final Map<String, List<String>> IN_SALE = Map.of(
            "payer", List.of("ccnumber", "code", "cvv_code", "expire_month", "expire_year", "cctoken"),
            "billing_address", List.of("address", "address2", "city", "state", "zip", "country"));
    private static final Map<String, List<String>> IN_OFFER = Map.of(
            "products", PRODUCT,
            "taxes", List.of("id", "rate", "name", "taxShipping", "tax_shipping", "taxTotal", "form_id"),
            "shipping", List.of("id", "name", "price"));
    private static final Map<String, List<String>> IN_PRODUCT = Map.of("price", PRICE, "trial", PRICE);

    private SaleKeys() {}

    /** Refuses keys that are not known, naming the one that was probably meant. */
    static void check(ObjectNode sale, String operation) {
        String where = "Operation " + operation;
        KnownKeys.check(sale, where, SALE);
        inside(sale, where, IN_SALE);
        checkOffer(sale.path("offer"), where + ": offer");
    }

    static void checkOffer(JsonNode offer, String where) {
        each(offer, where, OFFER);
        inside(offer, where, IN_OFFER);
        for (JsonNode product : offer.path("products")) {
            inside(product, where + ".products", IN_PRODUCT);
        }
    }

    private static void inside(JsonNode holder, String where, Map<String, List<String>> keys) {
        keys.forEach((key, allowed) -> each(holder.path(key), where + "." + key, allowed));
    }

    /** An object, or each of a list of them; any other value has no keys. */
    private static void each(JsonNode node, String where, List<String> allowed) {
        if (node instanceof ObjectNode object) {
            KnownKeys.check(object, where, allowed);
        } else if (node.isArray()) {
            node.forEach(element -> each(element, where, allowed));
        }
    }
}
