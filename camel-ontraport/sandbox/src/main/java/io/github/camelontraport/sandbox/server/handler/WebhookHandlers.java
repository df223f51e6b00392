package io.github.camelontraport.sandbox.server.handler;

import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import io.github.camelontraport.sandbox.webhook.EventKey;
import io.github.camelontraport.sandbox.webhook.PayloadFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Creates and deletes webhook subscriptions. */
public final class WebhookHandlers {

    private final RecordStore records;

    public WebhookHandlers(RecordStore records) {
        this.records = records;
    }

    public AccountReply subscribe(TypeDefinition type, RequestParameters parameters) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("event", parameters.require("event"));
        fields.put("data", parameters.text("data") == null ? "" : parameters.text("data"));
        fields.put("url", parameters.require("url"));
        if (!EventKey.isSubscribable(fields.get("event"))) {
            throw ApiErrorException.invalid("Invalid value for parameter: event");
        }
        if (PayloadFormat.of(fields.get("data")).isEmpty()) {
            throw ApiErrorException.invalid("Invalid value for parameter: data");
        }
        Map<String, Object> shown = new LinkedHashMap<>(fields);
        shown.put("id", records.create(type, fields).id());
        shown.put("owner", "1");
        return AccountReply.data(shown);
    }

    public AccountReply unsubscribe(TypeDefinition type, RequestParameters parameters) {
        records.delete(type, NamedRecord.require(records, type, parameters).id());
        return AccountReply.data("Deleted");
    }
}
