package io.github.camelontraport.webhook.event;

import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.TagLookup;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.webhook.WebhookApi;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The event that an endpoint asks for, in the words of its options.
 *
 * @param typeName  of the records
 * @param knownType the same, unless only the account knows it
 * @param tag       name of the tag; {@code null} when its id is given, or the event is about none
 * @param subject   id of the tag, form or product; empty when the tag is named, or the event is about none
 */
public record EventSpec(
        WebhookEvent event, String typeName, Optional<ObjectType> knownType, String tag, OptionalLong subject) {

    /** Fails when the account does not know the type or the tag by name. */
    CompletionStage<ResolvedEvent> find(WebhookApi access) {
        return type(access)
                .thenCompose(type -> subject(type, access).thenApply(id -> new ResolvedEvent(event, type, id)));
    }

    private CompletionStage<ObjectType> type(WebhookApi access) {
        return knownType
                .<CompletionStage<ObjectType>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> access.metadata().customType(typeName, access.client(), CallContext.webhook()));
    }

    private CompletionStage<Long> subject(ObjectType type, WebhookApi access) {
        if (tag != null) {
            return tagNamed(type, access);
        }
        return CompletableFuture.completedFuture(subject.orElse(type.id()));
    }

    private CompletionStage<Long> tagNamed(ObjectType type, WebhookApi access) {
        TagLookup named = new TagLookup(type, tag);
        PageRequest request = new PageRequest(
                access.client(),
                CallContext.webhook(),
                TagLookup.TAGS,
                "/objects",
                Map.of(),
                named.condition(),
                PageRequest.MAX_PAGE_SIZE,
                1);
        return new KeysetPages(request, false).next().thenApply(tags -> named.idIn(tags)
                .orElseThrow(() -> new InvalidInputException(
                        "Option tag: the account has no tag '" + tag + "' for " + type.plural())));
    }
}
