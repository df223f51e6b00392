package io.github.camelontraport.sandbox.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.FieldValues;
import io.github.camelontraport.sandbox.account.SaleRecorder;
import io.github.camelontraport.sandbox.account.StoredRecord;
import io.github.camelontraport.sandbox.account.TypeDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The offer behind an order, read and replaced. It is kept as text in the order's field {@code order_form_json}. */
final class OrderHandlers {

    private static final String OFFER = "order_form_json";
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final AccountState account;

    OrderHandlers(AccountState account) {
        this.account = account;
    }

    Map<String, CallHandler> calls() {
        return Map.of("GET /transaction/order", this::read, "PUT /transaction/order", this::replace);
    }

    private ApiReplyText read(TypeDefinition order, CallParameters parameters) {
        parameters.require("id");
        StoredRecord stored = account.table(order).find(parameters.number("id")).orElseThrow(ErrorReply::notFound);
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
        return ApiReplyText.data(shown);
    }

    /** An order that is left without products is gone. */
    private ApiReplyText replace(TypeDefinition order, CallParameters parameters) {
        ObjectNode offer = parameters.requireObject("offer");
        if (!offer.hasNonNull("order_id")) {
            throw ErrorReply.missing("offer.order_id");
        }
        StoredRecord stored =
                account.table(order).find(offer.get("order_id").asLong()).orElseThrow(ErrorReply::notFound);
        if (offer.path("products").isEmpty()) {
            account.delete(order, stored.id());
            return ApiReplyText.data(new LinkedHashMap<>(stored.latest()));
        }
        SaleRecorder.refuseInvalidAmounts(offer);
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put(OFFER, offer.toString());
        changes.put("next_charge", SaleRecorder.total(offer));
        for (String name : List.of("cc_id", "offer_id", "gateway_id")) {
            if (offer.hasNonNull(name) && !offer.get(name).asText().isEmpty()) {
                changes.put(name, id(name, offer.get(name)));
            }
        }
        account.update(order, stored, changes);
        return ApiReplyText.data(new LinkedHashMap<>(stored.latest()));
    }

    private static String id(String name, JsonNode value) {
        if (!ID.matcher(value.asText()).matches()) {
            throw ErrorReply.invalid("Invalid value for parameter: offer." + name);
        }
        return value.asText();
    }

    private static Map<String, Object> offer(StoredRecord order) {
        String offer = order.latest().get(OFFER);
        try {
            return FieldValues.isBlank(offer) ? Map.of() : MAPPER.readValue(offer, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw ErrorReply.invalid("The order form of this order is damaged");
        }
    }

    /** What an order shows where its offer says nothing. */
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
