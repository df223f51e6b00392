package io.github.camelontraport.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Calls that make webhook subscriptions and end them. Nothing is delivered. */
final class WebhookHandlers {

    private static final Pattern EVENT = Pattern.compile("(object_create|object_submits_form|sub_tag|unsub_tag"
            + "|purchase_product|transaction_created_with_product)\\(\\d+\\)");
    private static final Set<String> FORMATS = Set.of("full", "lightweight", "notify");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Account account;

    WebhookHandlers(Account account) {
        this.account = account;
    }

    Reply subscribe(ObjectType type, Parameters parameters) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("event", parameters.require("event"));
        fields.put("data", parameters.text("data") == null ? "" : parameters.text("data"));
        fields.put("url", parameters.require("url"));
        if (!EVENT.matcher(fields.get("event")).matches()) {
            throw ApiException.invalid("Invalid value for parameter: event");
        }
        if (!fields.get("data").isEmpty() && !FORMATS.contains(format(fields.get("data")))) {
            throw ApiException.invalid("Invalid value for parameter: data");
        }
        Map<String, Object> shown = new LinkedHashMap<>(fields);
        shown.put("id", account.create(type, fields).id());
        shown.put("owner", "1");
        return Reply.data(shown);
    }

    Reply unsubscribe(ObjectType type, Parameters parameters) {
        parameters.require("id");
        long id = parameters.number("id");
        account.table(type).find(id).orElseThrow(ApiException::notFound);
        account.delete(type, id);
        return Reply.data("Deleted");
    }

    private static String format(String data) {
        try {
            JsonNode json = MAPPER.readTree(data);
            return json.path("format").asText();
        } catch (JsonProcessingException e) {
            throw ApiException.invalid("Invalid value for parameter: data");
        }
    }
}
