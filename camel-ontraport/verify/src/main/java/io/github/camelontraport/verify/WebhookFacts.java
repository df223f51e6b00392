package io.github.camelontraport.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Subscriptions to webhooks, and the log of their deliveries. */
final class WebhookFacts {

    static final List<Fact> ALL = List.of(
            new Fact("The list of webhooks can be read", Source.SDK, "webhooks", WebhookFacts::list),
            new Fact(
                    "Webhooks have id, event and url",
                    Source.SDK,
                    "webhooks, which look for their own subscription first",
                    WebhookFacts::fields),
            new Fact(
                    "The meta of the webhook log names its fields",
                    Source.DOCUMENTED,
                    "webhookRepair",
                    WebhookFacts::log));

    private static final List<String> FIELDS = List.of("id", "event", "url");

    private WebhookFacts() {}

    private static List<JsonNode> webhooks(Account account) {
        return account.get("/Webhooks", "range", "50", "sort", "id", "sortDir", "asc")
                .rows();
    }

    private static Finding list(Account account) {
        return Finding.holds(webhooks(account).size() + " webhooks");
    }

    private static Finding fields(Account account) {
        List<JsonNode> rows = webhooks(account);
        if (rows.isEmpty()) {
            return Finding.notTried("the account has no webhook");
        }
        long whole = rows.stream()
                .filter(row -> FIELDS.stream()
                        .allMatch(field -> !row.path(field).asText("").isEmpty()))
                .count();
        return Finding.of(whole == rows.size(), whole + " of " + rows.size() + " webhooks");
    }

    private static Finding log(Account account) {
        Set<String> names = new TreeSet<>();
        account.get("/WebhookLogs/meta").data().findValues("fields").forEach(fields -> fields.fieldNames()
                .forEachRemaining(names::add));
        return Finding.of(!names.isEmpty(), names.isEmpty() ? "no fields" : "fields " + String.join(", ", names));
    }
}
