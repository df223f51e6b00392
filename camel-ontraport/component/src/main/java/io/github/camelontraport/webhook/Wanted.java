package io.github.camelontraport.webhook;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Usage;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.TagByName;
import io.github.camelontraport.api.type.ObjectType;
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
public record Wanted(WebhookEvent event, String typeName, Optional<ObjectType> knownType, String tag, OptionalLong subject) {

    /** Fails when the account does not know the type or the tag by name. */
    CompletionStage<Watched> find(Access access) {
        return type(access).thenCompose(type -> subject(type, access).thenApply(id -> new Watched(event, type, id)));
    }

    private CompletionStage<ObjectType> type(Access access) {
        return knownType.<CompletionStage<ObjectType>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> access.metadata().customType(typeName, access.client(), Usage.webhook()));
    }

    private CompletionStage<Long> subject(ObjectType type, Access access) {
        if (tag != null) {
            return tagNamed(type, access);
        }
        return CompletableFuture.completedFuture(subject.orElse(type.id()));
    }

    private CompletionStage<Long> tagNamed(ObjectType type, Access access) {
        TagByName named = new TagByName(type, tag);
        PageRequest request = new PageRequest(access.client(), Usage.webhook(), TagByName.TAGS, "/objects", Map.of(),
                named.condition(), PageRequest.MAX_PAGE_SIZE, 1);
        return new KeysetPages(request, false).next().thenApply(tags -> named.idIn(tags).orElseThrow(
                () -> new InvalidInputException("Option tag: the account has no tag '" + tag + "' for " + type.plural())));
    }
}
