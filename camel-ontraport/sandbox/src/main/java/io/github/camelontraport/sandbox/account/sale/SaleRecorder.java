package io.github.camelontraport.sandbox.account.sale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Records a sale: the invoice, a purchase for each product, and an order for recurring charges. */
public final class SaleRecorder {

    public static final String UNPAID = "0";
    public static final String PAID = "1";
    public static final String REFUNDED = "2";
    public static final String VOID = "4";
    public static final String DECLINED = "5";
    public static final String WRITTEN_OFF = "6";

    /** The status of a purchase by the status of its invoice. */
    private static final Map<String, String> OF_PURCHASES =
            Map.of(UNPAID, "0", PAID, "1", REFUNDED, "4", VOID, "3", DECLINED, "2", WRITTEN_OFF, "5");

    private static final Map<String, String> TYPE_OF_PURCHASE = Map.of("subscription", "1", "payment_plan", "2");
    private static final Set<String> RECURRING = TYPE_OF_PURCHASE.keySet();

    private final RecordStore records;
    private final OfferValidator validator;
    private final CardProcessor cards;

    public SaleRecorder(RecordStore records) {
        this.records = records;
        this.validator = new OfferValidator(records);
        this.cards = new CardProcessor(records);
    }

    /** Whether a purchase is paid. */
    public static boolean isPaidPurchase(Map<String, String> purchase) {
        return OF_PURCHASES.get(PAID).equals(purchase.get("status"));
    }

    /** @return the id of the new invoice */
    public long sell(StoredRecord contact, RequestParameters parameters, String status, CardProcessor.Charge charge) {
        ObjectNode offer = parameters.requireObject("offer");
        validator.checkSale(offer);
        Map<String, String> buyer = contact.latest();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("contact_id", Long.toString(contact.id()));
        fields.put("contact_name", (buyer.get("firstname") + " " + buyer.get("lastname")).strip());
        fields.put("status", status);
        fields.put("total", total(offer));
        fields.put("subtotal", offer.has("subTotal") ? OfferValidator.amount(offer.get("subTotal")) : total(offer));
        fields.put("offer_data", offer.toString());
        copy(parameters, fields, "gateway_id", "gateway_id");
        copy(parameters, fields, "invoice_template", "template_id");
        copy(parameters, fields, "external_order_id", "external_order_id");
        if (parameters.text("trans_date") != null) {
            fields.put("date", Long.toString(parameters.number("trans_date") / 1000));
        }
        String cardId = cards.store(charge);
        fields.put("cc_id", cardId);
        String order = status.equals(DECLINED) ? null : order(contact, offer, parameters, cardId);
        if (order != null) {
            fields.put("order_id", order);
        }
        long invoice = records.create(records.types().get(TypeDefinition.TRANSACTION), fields)
                .id();
        offer.get("products").forEach(product -> purchase(contact, product, invoice, order, status));
        return invoice;
    }

    /** Changes the status of an invoice and of its purchases. */
    public void status(StoredRecord invoice, String status) {
        records.update(records.types().get(TypeDefinition.TRANSACTION), invoice, Map.of("status", status));
        TypeDefinition purchase = records.types().get(TypeDefinition.PURCHASE);
        records.table(purchase).all().stream()
                .filter(stored ->
                        Long.toString(invoice.id()).equals(stored.latest().get("invoice_id")))
                .forEach(stored -> records.update(purchase, stored, Map.of("status", OF_PURCHASES.get(status))));
    }

    private static JsonNode price(JsonNode product) {
        return product.path("price").path(0).path("price");
    }

    private void purchase(StoredRecord contact, JsonNode product, long invoice, String order, String status) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("contact_id", Long.toString(contact.id()));
        fields.put("product_id", product.get("id").asText());
        fields.put("invoice_id", Long.toString(invoice));
        fields.put("order_id", order);
        fields.put(
                "name",
                records.table(TypeDefinition.PRODUCT)
                        .find(product.get("id").asLong())
                        .orElseThrow()
                        .latest()
                        .get("name"));
        fields.put("quantity", product.path("quantity").asText("1"));
        fields.put("price", OfferValidator.amount(price(product)));
        fields.put("total_price", OfferValidator.amount(product.path("total")));
        fields.put("type", TYPE_OF_PURCHASE.getOrDefault(product.path("type").asText(), "0"));
        fields.put("status", OF_PURCHASES.get(status));
        records.create(records.types().get(TypeDefinition.PURCHASE), fields);
    }

    private String order(StoredRecord contact, ObjectNode offer, RequestParameters parameters, String cardId) {
        boolean recurring = offer.get("products")
                .valueStream()
                .anyMatch(product -> RECURRING.contains(product.path("type").asText()));
        if (!recurring) {
            return null;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("contact_id", Long.toString(contact.id()));
        fields.put("cc_id", cardId);
        fields.put("next_charge", total(offer));
        fields.put("order_form_json", offer.toString());
        copy(parameters, fields, "gateway_id", "gateway_id");
        return Long.toString(records.create(records.types().get(TypeDefinition.ORDER), fields)
                .id());
    }

    /** The grand total of the offer, else the sum of its products. */
    public static String total(ObjectNode offer) {
        if (offer.has("grandTotal")) {
            return OfferValidator.amount(offer.get("grandTotal"));
        }
        return offer.get("products")
                .valueStream()
                .map(product -> new BigDecimal(OfferValidator.amount(product.path("total"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static void copy(RequestParameters parameters, Map<String, String> fields, String parameter, String field) {
        if (parameters.text(parameter) != null) {
            fields.put(field, parameters.text(parameter));
        }
    }
}
