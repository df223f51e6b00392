package io.github.camelontraport.webhook.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.CallContext;
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

/** The account's subscriptions to one URL. Those of other URLs are not even looked at. */
final class SubscriptionClient {

    private static final ObjectType WEBHOOK = ObjectTypes.WEBHOOK;
    private static final String LIST = "/Webhooks";
    private static final String SUBSCRIBE = "/Webhook/subscribe";

    private final WebhookApi access;
    private final CallbackUrl address;

    SubscriptionClient(WebhookApi access, CallbackUrl address) {
        this.access = access;
        this.address = address;
    }

    /** All to this URL, whatever their token, in the order of their ids. */
    CompletionStage<List<Subscription>> list() {
        return more(
                new KeysetPages(
                        new PageRequest(
                                access.client(),
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

    private CompletionStage<List<Subscription>> more(KeysetPages pages, List<Subscription> found) {
        if (!pages.hasNext()) {
            return CompletableFuture.completedFuture(found);
        }
        return pages.next().thenCompose(rows -> {
            rows.stream().map(this::subscription).flatMap(Optional::stream).forEach(found::add);
            return more(pages, found);
        });
    }

    private Optional<Subscription> subscription(JsonNode row) {
        String url = row.path("url").asText();
        return address.isThatOf(url)
                ? Optional.of(new Subscription(
                        RecordParser.id(row, WEBHOOK).orElseThrow(),
                        url,
                        row.path("event").asText(),
                        address.isCurrent(url, row.path("data")),
                        LastDelivery.of(row)))
                : Optional.empty();
    }

    /** A form is the only encoding that is known to work. Not repeated in doubt: whoever asks again lists first. */
    CompletionStage<Subscription> make(String event) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("url", address.urlWithToken());
        form.put("event", event);
        if (!address.format().data().isEmpty()) {
            form.put("data", address.format().data());
        }
        return access.client()
                .call(
                        ApiRequest.write("POST", SUBSCRIBE, RequestBody.form(form), RetryRule.NEVER),
                        CallContext.webhook())
                .thenApply(reply -> new Subscription(id(reply), address.urlWithToken(), event, true, Optional.empty()));
    }

    private static long id(ApiReply reply) {
        return RecordParser.one(reply, SUBSCRIBE)
                .map(row -> RecordParser.id(row, WEBHOOK).orElse(0))
                .filter(id -> id > 0)
                .orElseThrow(() -> RecordParser.unexpected(SUBSCRIBE, "no id of the new subscription"));
    }

    /** One that is gone already is as good. */
    CompletionStage<Void> remove(List<Subscription> those) {
        CompletionStage<Void> removed = CompletableFuture.completedFuture(null);
        for (Subscription one : those) {
            removed = removed.thenCompose(before -> remove(one.id()));
        }
        return removed;
    }

    private CompletionStage<Void> remove(long id) {
        return access.client()
                .call(
                        new ApiRequest(
                                "DELETE",
                                "/Webhook/unsubscribe",
                                Map.of("id", Long.toString(id)),
                                Map.of(),
                                RequestBody.NONE,
                                RetryRule.UNTIL_GONE),
                        CallContext.webhook())
                .handle(SubscriptionClient::gone);
    }

    private static Void gone(ApiReply reply, Throwable failure) {
        if (failure != null) {
            WebhookApi.absent(failure);
        }
        return null;
    }
}
