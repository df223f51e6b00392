package io.github.camelontraport.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** Calls that make webhook subscriptions and end them. */
final class WebhookHandlers {

    private final Account account;

    WebhookHandlers(Account account) {
        this.account = account;
    }

    Reply subscribe(ObjectType type, Parameters parameters) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("event", parameters.require("event"));
        fields.put("data", parameters.text("data") == null ? "" : parameters.text("data"));
        fields.put("url", parameters.require("url"));
        if (!WebhookEvent.isSubscribable(fields.get("event"))) {
            throw ApiException.invalid("Invalid value for parameter: event");
        }
        if (WebhookFormat.of(fields.get("data")).isEmpty()) {
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
}
