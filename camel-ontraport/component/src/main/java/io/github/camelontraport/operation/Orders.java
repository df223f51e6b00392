package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.RepeatRule;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.api.page.Rows;
import io.github.camelontraport.value.Bodies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Orders, which are the subscriptions and payment plans of contacts, with the offer that each came from. */
final class Orders {

    static final String GET = "getOrder";
    static final String UPDATE = "updateOrder";
    static final String PATH = "/transaction/order";

    private static final String ORDER = "order_id";
    private static final String OFFER = "offer";
    private static final String TYPE = "objectID";
    /** What stands beside the offer, not in it. */
    private static final List<String> BESIDE = List.of("contact_id", "billing_address", "payer", TYPE);

    private Orders() {
    }

    static CompletionStage<Outcome> get(Task task) {
        long id = task.inputs().number(Input.RECORD_ID)
                .or(() -> task.idIn(ExplicitIds.idOf(task, task.inputs().body())))
                .orElseThrow(() -> new InvalidInputException("Operation " + GET + " needs recordId, or an id in the body"));
        return task.call(ApiRequest.get(PATH, Map.of("id", Long.toString(id)))).thenApply(reply -> {
            Optional<JsonNode> order = Rows.one(reply, PATH);
            String found = order.map(offer -> offer.path(ORDER).asText()).orElse("");
            if (!found.isEmpty() && !found.equals(Long.toString(id))) {
                throw Rows.unexpected(PATH, "order " + found + " instead of " + id);
            }
            return order.map(offer -> Outcome.record(Records.map(offer), Long.toString(id))).orElse(Outcome.of(null));
        });
    }

    /** What is sent replaces the order, and one without products is removed: neither is left to chance. */
    static CompletionStage<Outcome> update(Task task) {
        ObjectNode order = order(task.values().parameters(Bodies.record(task.inputs().body())));
        ObjectNode offer = (ObjectNode) order.get(OFFER);
        Offers.check(offer, OFFER, UPDATE);
        offer.put(ORDER, id(task, order, offer));
        order.remove("id");
        if (order.has(TYPE) && !order.get(TYPE).asText().equals(task.typeId())) {
            throw refused("the body's objectID " + order.get(TYPE).asText() + " is not that of orders, " + task.typeId());
        }
        order.put(TYPE, task.type().id());
        ApiRequest request = ApiRequest.write("PUT", PATH, RequestBody.json(order), RepeatRule.NEVER);
        return Doubt.of(RepeatRule.NEVER, task, task.call(request)
                .thenApply(reply -> updated(reply, offer.get(ORDER).asText())));
    }

    /** The order's record; where the API only acknowledges, by a word, a number or nothing, it was still done. */
    private static Outcome updated(ApiReply reply, String id) {
        JsonNode data = reply.data();
        if (data == null || data.isValueNode() || data.isEmpty()) {
            return Outcome.acknowledged(data, id).withBody(null);
        }
        return Outcome.record(Rows.one(reply, PATH).map(Records::map).orElse(null), id);
    }

    /** The order with its offer in it; what {@code getOrder} gives is the offer by itself. */
    private static ObjectNode order(ObjectNode given) {
        if (given.path(OFFER).isObject()) {
            return given;
        }
        if (given.has(OFFER) || !given.has("products")) {
            throw refused("the order needs an offer with products, as without them the API removes it");
        }
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        BESIDE.stream().filter(given::has).forEach(name -> order.set(name, given.get(name)));
        // The SDK wants it beside the offer, too.
        Optional.ofNullable(given.get("gateway_id")).ifPresent(gateway -> order.set("gateway_id", gateway));
        return order.set(OFFER, given.remove(BESIDE));
    }

    private static long id(Task task, ObjectNode order, ObjectNode offer) {
        Optional<Long> named = task.inputs().number(Input.RECORD_ID)
                .or(() -> order.hasNonNull("id") ? Bodies.id(order.get("id"), "id", "id") : Optional.empty());
        Optional<Long> inOffer = offer.hasNonNull(ORDER) ? Bodies.id(offer.get(ORDER), "id", ORDER) : Optional.empty();
        if (named.isPresent() && inOffer.isPresent() && !named.equals(inOffer)) {
            throw refused("recordId " + named.get() + " and offer.order_id " + inOffer.get() + " are two orders");
        }
        return named.or(() -> inOffer).orElseThrow(() -> refused("it needs recordId, or offer.order_id in the body"));
    }

    private static InvalidInputException refused(String problem) {
        return new InvalidInputException("Operation " + UPDATE + ": " + problem + ". Nothing was sent");
    }
}
