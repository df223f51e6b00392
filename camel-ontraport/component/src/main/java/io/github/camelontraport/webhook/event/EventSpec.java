package io.github.camelontraport.webhook.event;

import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.TagLookup;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.value.name.IdOrName;
import io.github.camelontraport.value.name.NameLookup;
import io.github.camelontraport.value.name.NamedKind;
import io.github.camelontraport.webhook.WebhookApi;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The event that an endpoint listens for, as its options name it.
 *
 * @param typeName  name of the object type
 * @param knownType the object type; empty for a custom object, which only the account knows
 * @param name      name of the tag, form or product; {@code null} when it is given by id or the event has none of them
 * @param subject   id of the tag, form or product; empty when it is given by name or the event has none of them
 */
public record EventSpec(
        WebhookEvent event, String typeName, Optional<ObjectType> knownType, String name, OptionalLong subject) {

    /** Fails when the account has no custom object or no tag, form or product of this name. */
    CompletionStage<ResolvedEvent> resolve(WebhookApi api) {
        return type(api).thenCompose(type -> subject(type, api).thenApply(id -> new ResolvedEvent(event, type, id)));
    }

    private CompletionStage<ObjectType> type(WebhookApi api) {
        return knownType
                .<CompletionStage<ObjectType>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> api.metadata().customType(typeName, api.client(), CallContext.webhook()));
    }

    private CompletionStage<Long> subject(ObjectType type, WebhookApi api) {
        if (name != null) {
            return event.isTagEvent() ? tagId(type, api) : namedId(api);
        }
        return CompletableFuture.completedFuture(subject.orElse(type.id()));
    }

    /** Forms and products are not for one type of records. */
    private CompletionStage<Long> namedId(WebhookApi api) {
        boolean product = event.isProductEvent();
        NameLookup lookup = NameLookup.one(
                product ? NamedKind.PRODUCT : NamedKind.FORM,
                new IdOrName(null, name),
                null,
                product ? "Option productId" : "Option formId");
        return api.metadata().names().id(lookup, api.client(), CallContext.webhook());
    }

    private CompletionStage<Long> tagId(ObjectType type, WebhookApi api) {
        TagLookup lookup = new TagLookup(type, name);
        PageRequest request = new PageRequest(
                api.client(),
                CallContext.webhook(),
                TagLookup.TAGS,
                "/objects",
                Map.of(),
                lookup.condition(),
                PageRequest.MAX_PAGE_SIZE,
                1);
        return new KeysetPages(request, false).next().thenApply(tags -> lookup.idIn(tags)
                .orElseThrow(() -> new InvalidInputException(
                        "Option tag: the account has no tag '" + name + "' for " + type.plural())));
    }
}
