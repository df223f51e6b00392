package io.github.camelontraport.sandbox.server.handler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.sandbox.account.record.FieldValues;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.sale.OfferValidator;
import io.github.camelontraport.sandbox.account.sale.SaleRecorder;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads and replaces the offer of an order. The order's field {@code order_form_json} holds it as text. */
public final class OrderHandlers {

    private static final String OFFER = "order_form_json";
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final RecordStore records;
    private final OfferValidator validator;

    public OrderHandlers(RecordStore records) {
        this.records = records;
        this.validator = new OfferValidator(records);
    }

    public AccountReply read(TypeDefinition order, RequestParameters parameters) {
        StoredRecord stored = NamedRecord.require(records, order, parameters);
        Map<String, Object> shown = unset();
        shown.putAll(offer(stored));
        Map<String, String> row = stored.latest();
        shown.put("cc_id", row.get("cc_id"));
        shown.put("offer_id", Long.valueOf(row.get("offer_id")));
        shown.put("order_id", row.get("id"));
        shown.put("payment_next_date", row.get("payment_next_date"));
        shown.put("status", row.get("status"));
        shown.put("gateway_id", row.get("gateway_id"));
        shown.put("affiliate_id", row.get("affiliate"));
        return AccountReply.data(shown);
    }

    /** Deletes the order when the offer has no products, as the API does. */
    public AccountReply replace(TypeDefinition order, RequestParameters parameters) {
        ObjectNode offer = parameters.requireObject("offer");
        if (!offer.hasNonNull("order_id")) {
            throw ApiErrorException.missing("offer.order_id");
        }
        StoredRecord stored =
                records.table(order).find(offer.get("order_id").asLong()).orElseThrow(ApiErrorException::notFound);
        if (offer.path("products").isEmpty()) {
            records.delete(order, stored.id());
            return AccountReply.data(new LinkedHashMap<>(stored.latest()));
        }
        validator.checkAmounts(offer);
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put(OFFER, offer.toString());
        changes.put("next_charge", SaleRecorder.total(offer));
        for (String name : List.of("cc_id", "offer_id", "gateway_id")) {
            if (offer.hasNonNull(name) && !offer.get(name).asText().isEmpty()) {
                changes.put(name, id(name, offer.get(name)));
            }
        }
        records.update(order, stored, changes);
        return AccountReply.data(new LinkedHashMap<>(stored.latest()));
    }

    private static String id(String name, JsonNode value) {
        if (!ID.matcher(value.asText()).matches()) {
            throw ApiErrorException.invalid("Invalid value for parameter: offer." + name);
        }
        return value.asText();
    }

    private static Map<String, Object> offer(StoredRecord order) {
        String offer = order.latest().get(OFFER);
        try {
            return FieldValues.isBlank(offer) ? Map.of() : MAPPER.readValue(offer, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw ApiErrorException.invalid("The order form of this order is damaged");
        }
    }

    /** The defaults for what the offer of an order does not have. */
    private static Map<String, Object> unset() {
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("products", List.of());
        offer.put("shipping", null);
        offer.put("delay", "0");
        offer.put("invoice_template", "1");
        offer.put("subTotal", "0");
        offer.put("grandTotal", "0");
        List.of("hasTaxes", "hasShipping", "paypalValid", "offerCoupon").forEach(name -> offer.put(name, false));
        offer.put("coupon", null);
        offer.put("shipping_charge_reoccurring_orders", false);
        offer.put("resorted", null);
        offer.put("send_recurring_invoice", "0");
        return offer;
    }
}
