package io.github.camelontraport.operation.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.HttpUrl;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.operation.KnownKeys;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.RecordMaps;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.Encoding;
import io.github.camelontraport.operation.call.OperationRetryRule;
import io.github.camelontraport.operation.call.RequestGuards;
import io.github.camelontraport.value.BodyReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes and removes webhook subscriptions. */
final class WebhookSubscriptions {

    static final String SUBSCRIBE = "subscribeWebhook";
    static final String UNSUBSCRIBE = "unsubscribeWebhook";

    private static final String WHERE = "The subscription";

    /** A form is the only encoding that is known to work for it. */
    static final ApiCall SUBSCRIBE_CALL =
            ApiCall.call("POST", "/Webhook/subscribe", Encoding.FORM, RequestGuards.NONE, OperationRetryRule.NEVER);

    static final ApiCall UNSUBSCRIBE_CALL =
            ApiCall.delete("/Webhook/unsubscribe", RequestGuards.ONE, OperationRetryRule.UNTIL_GONE);

    private static final String EXAMPLE = "{\"url\": \"https://example.com/hook\", \"event\": \"object_create(0)\"}";
    private static final List<String> KEYS = List.of("url", "event", "format", "data");
    private static final Pattern EVENT = Pattern.compile("([A-Za-z_]+)\\(([0-9]{1,18})\\)");
    private static final List<String> EVENTS = List.of(
            "object_create",
            "object_submits_form",
            "sub_tag",
            "unsub_tag",
            "purchase_product",
            "transaction_created_with_product");
    private static final String FULL = "full";
    private static final List<String> FORMATS = List.of(FULL, "lightweight", "notify");

    private WebhookSubscriptions() {}

    static CompletionStage<OperationResult> subscribe(OperationContext context) {
        ObjectNode body = KnownKeys.body(context, SUBSCRIBE, EXAMPLE);
        KnownKeys.check(body, WHERE, KEYS);
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        form.put("url", url(required(body, "url")));
        form.put("event", event(required(body, "event")));
        // Without a format the API sends full records.
        format(body)
                .filter(format -> !format.equals(FULL))
                .ifPresent(format -> form.put(
                        "data",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("format", format)
                                .toString()));
        return context.send(SUBSCRIBE_CALL, form, reply -> subscribed(context, reply));
    }

    static CompletionStage<OperationResult> unsubscribe(OperationContext context) {
        long id = context.oneId(UNSUBSCRIBE);
        return context.send(
                UNSUBSCRIBE_CALL,
                JsonNodeFactory.instance.objectNode().put("id", id),
                reply -> OperationResult.acknowledged(reply.data(), Long.toString(id)));
    }

    private static OperationResult subscribed(OperationContext context, ApiReply reply) {
        String path = SUBSCRIBE_CALL.path();
        Map<String, Object> record = RecordParser.one(reply, path).orElse(null);
        String id = record == null ? null : RecordMaps.id(record, context.type());
        if (id == null) {
            throw RecordParser.unexpected(path, "no id of the new subscription");
        }
        return OperationResult.record(record, id);
    }

    private static String required(ObjectNode body, String key) {
        return KnownKeys.text(body, WHERE, key)
                .orElseThrow(() -> new InvalidInputException(
                        "Operation " + SUBSCRIBE + " needs " + key + ", in a body such as " + EXAMPLE));
    }

    /** The message does not show the URL, which may hold a secret. */
    private static String url(String url) {
        if (HttpUrl.parse(url).isEmpty()) {
            throw new InvalidInputException(WHERE + ": url is not an absolute http or https URL");
        }
        return url;
    }

    private static String event(String event) {
        Matcher matcher = EVENT.matcher(event);
        String name = matcher.matches() ? matcher.group(1) : event.replaceFirst("\\(.*", "");
        if (!matcher.matches() && EVENTS.contains(event)) {
            throw new InvalidInputException(
                    WHERE + ": event '" + event + "' lacks the id that it is about, in brackets: " + event + "(6)");
        }
        if (!matcher.matches() || !EVENTS.contains(name)) {
            throw new InvalidInputException(WHERE + ": event '" + event + "' is not one of " + EVENTS
                    + " with an id behind it, such as sub_tag(6)." + Suggestions.hint(name, EVENTS));
        }
        return event;
    }

    /** Given plainly as format, or as the API's data: an object, or its JSON text. */
    private static Optional<String> format(ObjectNode body) {
        ObjectNode holder = body;
        // A subscription to full records that was read has an empty text as data.
        JsonNode data = body.path("data").isTextual()
                ? BodyReader.json(body.path("data").asText())
                : body.path("data");
        if (!data.isMissingNode() && !data.isNull()) {
            if (body.has("format")) {
                throw new InvalidInputException(WHERE + ": give only one of format and data");
            }
            if (!(data instanceof ObjectNode object)) {
                throw new InvalidInputException(WHERE + ": data is such as {\"format\": \"notify\"}");
            }
            KnownKeys.check(object, WHERE + ": data", List.of("format"));
            holder = object;
        }
        Optional<String> format = KnownKeys.text(holder, WHERE, "format");
        format.filter(given -> !FORMATS.contains(given)).ifPresent(given -> {
            throw new InvalidInputException(WHERE + ": format '" + given + "' is not one of " + FORMATS + "."
                    + Suggestions.hint(given, FORMATS));
        });
        return format;
    }
}
