package io.github.camelontraport.operation.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Json;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.operation.ActionTargets;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.Encoding;
import io.github.camelontraport.operation.call.OperationRetryRule;
import io.github.camelontraport.operation.call.RequestGuards;
import io.github.camelontraport.value.BodyReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Reads and replaces orders: the subscriptions and payment plans of contacts, each with the offer that it came from. */
final class Orders {

    static final String GET = "getOrder";
    static final String UPDATE = "updateOrder";

    private static final String PATH = "/transaction/order";
    static final ApiCall GET_CALL = ApiCall.get(PATH);
    static final ApiCall UPDATE_CALL =
            ApiCall.call("PUT", PATH, Encoding.JSON, RequestGuards.ORDER, OperationRetryRule.NEVER);

    private static final String ORDER = "order_id";
    private static final String OFFER = "offer";
    private static final String TYPE = "objectID";
    /** Keys that stand beside the offer, not in it. */
    private static final List<String> BESIDE = List.of("contact_id", "billing_address", "payer", TYPE);

    private Orders() {}

    static CompletionStage<OperationResult> get(OperationContext context) {
        long id = context.parameters()
                .number(Parameter.RECORD_ID)
                .or(() -> context.idIn(ActionTargets.idOf(
                        context,
                        InvoiceActions.target(context),
                        context.parameters().body())))
                .orElseThrow(
                        () -> new InvalidInputException("Operation " + GET + " needs recordId, or an id in the body"));
        return context.send(GET_CALL, JsonNodeFactory.instance.objectNode().put("id", id), reply -> {
            Optional<Map<String, Object>> order = RecordParser.one(reply, PATH);
            String found = order.map(offer -> Json.text(offer.get(ORDER))).orElse("");
            if (!found.isEmpty() && !found.equals(Long.toString(id))) {
                throw RecordParser.unexpected(PATH, "order " + found + " instead of " + id);
            }
            return order.map(offer -> OperationResult.record(offer, Long.toString(id)))
                    .orElse(OperationResult.of(null));
        });
    }

    /** The API replaces the order by what is sent, and removes an order without products. So both must be given. */
    static CompletionStage<OperationResult> update(OperationContext context) {
        ObjectNode order = order(context.encoder()
                .parameters(BodyReader.record(context.parameters().body())));
        ObjectNode offer = (ObjectNode) order.get(OFFER);
        OfferAmounts.check(offer, OFFER, UPDATE);
        offer.put(ORDER, id(context, order, offer));
        order.remove("id");
        if (order.has(TYPE) && !order.get(TYPE).asText().equals(context.typeId())) {
            throw refused(
                    "the body's objectID " + order.get(TYPE).asText() + " is not that of orders, " + context.typeId());
        }
        order.put(TYPE, context.type().id());
        return context.send(
                UPDATE_CALL, order, reply -> updated(reply, offer.get(ORDER).asText()));
    }

    /** The order's record; where the API only acknowledges, by a text, a number or nothing, it was still done. */
    private static OperationResult updated(ApiReply reply, String id) {
        JsonNode data = reply.data();
        if (data == null || data.isValueNode() || data.isEmpty()) {
            return OperationResult.acknowledged(data, id).withBody(null);
        }
        return OperationResult.record(RecordParser.one(reply, PATH).orElse(null), id);
    }

    /** The order with its offer in it; {@code getOrder} returns the offer alone. */
    private static ObjectNode order(ObjectNode given) {
        if (given.path(OFFER).isObject()) {
            return given;
        }
        if (given.has(OFFER) || !given.has("products")) {
            throw refused("the order needs an offer with products, as without them the API removes it");
        }
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        BESIDE.stream().filter(given::has).forEach(name -> order.set(name, given.get(name)));
        // The SDK sends it beside the offer too.
        Optional.ofNullable(given.get("gateway_id")).ifPresent(gateway -> order.set("gateway_id", gateway));
        return order.set(OFFER, given.remove(BESIDE));
    }

    private static long id(OperationContext context, ObjectNode order, ObjectNode offer) {
        Optional<Long> named = context.parameters()
                .number(Parameter.RECORD_ID)
                .or(() -> order.hasNonNull("id") ? BodyReader.id(order.get("id"), "id", "id") : Optional.empty());
        Optional<Long> inOffer =
                offer.hasNonNull(ORDER) ? BodyReader.id(offer.get(ORDER), "id", ORDER) : Optional.empty();
        if (named.isPresent() && inOffer.isPresent() && !named.equals(inOffer)) {
            throw refused("recordId " + named.get() + " and offer.order_id " + inOffer.get() + " are two orders");
        }
        return named.or(() -> inOffer).orElseThrow(() -> refused("it needs recordId, or offer.order_id in the body"));
    }

    private static InvalidInputException refused(String problem) {
        return new InvalidInputException("Operation " + UPDATE + ": " + problem + ". Nothing was sent");
    }
}
