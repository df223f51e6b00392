package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.TypeDefinition;
import io.github.camelontraport.sandbox.webhook.EventKey;
import io.github.camelontraport.sandbox.webhook.PayloadFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls that make webhook subscriptions and end them. */
final class WebhookHandlers {

    private final AccountState account;

    WebhookHandlers(AccountState account) {
        this.account = account;
    }

    ApiReplyText subscribe(TypeDefinition type, CallParameters parameters) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("event", parameters.require("event"));
        fields.put("data", parameters.text("data") == null ? "" : parameters.text("data"));
        fields.put("url", parameters.require("url"));
        if (!EventKey.isSubscribable(fields.get("event"))) {
            throw ErrorReply.invalid("Invalid value for parameter: event");
        }
        if (PayloadFormat.of(fields.get("data")).isEmpty()) {
            throw ErrorReply.invalid("Invalid value for parameter: data");
        }
        Map<String, Object> shown = new LinkedHashMap<>(fields);
        shown.put("id", account.create(type, fields).id());
        shown.put("owner", "1");
        return ApiReplyText.data(shown);
    }

    ApiReplyText unsubscribe(TypeDefinition type, CallParameters parameters) {
        parameters.require("id");
        long id = parameters.number("id");
        account.table(type).find(id).orElseThrow(ErrorReply::notFound);
        account.delete(type, id);
        return ApiReplyText.data("Deleted");
    }
}
