package io.github.camelontraport.webhook.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.Json;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.webhook.CallbackUrl;
import io.github.camelontraport.webhook.WebhookApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Lists, creates and removes the account's subscriptions to one URL. Subscriptions to other URLs are ignored. Thread-safe. */
final class SubscriptionClient {

    private static final ObjectType WEBHOOK = ObjectTypes.WEBHOOK;
    private static final String LIST = "/Webhooks";
    private static final String SUBSCRIBE = "/Webhook/subscribe";

    private final WebhookApi api;
    private final CallbackUrl callbackUrl;

    SubscriptionClient(WebhookApi api, CallbackUrl callbackUrl) {
        this.api = api;
        this.callbackUrl = callbackUrl;
    }

    /** All subscriptions to the URL, whatever their token, ordered by id. */
    CompletionStage<List<Subscription>> list() {
        return collect(
                new KeysetPages(
                        new PageRequest(
                                api.client(),
                                CallContext.webhook(),
                                WEBHOOK,
                                LIST,
                                Map.of(),
                                null,
                                PageRequest.MAX_PAGE_SIZE,
                                0),
                        false),
                new ArrayList<>());
    }

    private CompletionStage<List<Subscription>> collect(KeysetPages pages, List<Subscription> found) {
        if (!pages.hasNext()) {
            return CompletableFuture.completedFuture(found);
        }
        return pages.next().thenCompose(rows -> {
            rows.stream()
                    .map(Json::tree)
                    .map(this::subscription)
                    .flatMap(Optional::stream)
                    .forEach(found::add);
            return collect(pages, found);
        });
    }

    private Optional<Subscription> subscription(JsonNode row) {
        String url = row.path("url").asText();
        return callbackUrl.matches(url)
                ? Optional.of(new Subscription(
                        row.path("id").asLong(),
                        url,
                        row.path("event").asText(),
                        callbackUrl.isCurrent(url, row.path("data")),
                        LastDelivery.of(row)))
                : Optional.empty();
    }

    /** Sends a form, the only encoding that is known to work. Never retried: the reconciler lists again before it creates. */
    CompletionStage<Subscription> create(String event) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("url", callbackUrl.urlWithToken());
        form.put("event", event);
        if (!callbackUrl.format().data().isEmpty()) {
            form.put("data", callbackUrl.format().data());
        }
        return api.client()
                .call(
                        ApiRequest.write("POST", SUBSCRIBE, RequestBody.form(form), RetryRule.NEVER),
                        CallContext.webhook())
                .thenApply(reply ->
                        new Subscription(id(reply), callbackUrl.urlWithToken(), event, true, Optional.empty()));
    }

    private static long id(ApiReply reply) {
        return RecordParser.one(reply, SUBSCRIBE)
                .map(row -> RecordParser.id(row, WEBHOOK).orElse(0))
                .filter(id -> id > 0)
                .orElseThrow(() -> RecordParser.unexpected(SUBSCRIBE, "no id of the new subscription"));
    }

    /** A subscription that does not exist any more counts as removed. */
    CompletionStage<Void> remove(List<Subscription> subscriptions) {
        CompletionStage<Void> removed = CompletableFuture.completedFuture(null);
        for (Subscription one : subscriptions) {
            removed = removed.thenCompose(before -> remove(one.id()));
        }
        return removed;
    }

    private CompletionStage<Void> remove(long id) {
        return api.client()
                .call(
                        new ApiRequest(
                                "DELETE",
                                "/Webhook/unsubscribe",
                                Map.of("id", Long.toString(id)),
                                Map.of(),
                                RequestBody.NONE,
                                RetryRule.UNTIL_GONE),
                        CallContext.webhook())
                .handle(SubscriptionClient::removed);
    }

    private static Void removed(ApiReply reply, Throwable failure) {
        if (failure != null) {
            WebhookApi.emptyIfNotFound(failure);
        }
        return null;
    }
}
