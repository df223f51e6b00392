package io.github.camelontraport.value.name;

import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.time.TimeSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Resolves names to ids. One per account, shared by its endpoints. The names of a kind are read together, 50 to a call, and
 * kept: for an hour, and for a minute when a name is asked for that does not mean one of them. Thread-safe.
 */
public final class AccountNames {

    private final Map<NamedKind, NameCache> caches = new EnumMap<>(NamedKind.class);

    public AccountNames(TimeSource timing) {
        for (NamedKind kind : NamedKind.values()) {
            caches.put(kind, new NameCache(kind, timing));
        }
    }

    /**
     * The ids that are meant, each once, in the order given. Makes no request when all are ids, or all names are known.
     *
     * @return fails with {@link io.github.camelontraport.api.InvalidInputException} for a name that no record has, naming the
     *         nearest, or that several have, with their ids
     */
    public CompletionStage<List<Long>> ids(NameLookup lookup, OntraportClient client, CallContext usage) {
        return lookup.hasNames()
                ? caches.get(lookup.kind()).ids(lookup, client, usage)
                : CompletableFuture.completedFuture(
                        lookup.wanted().stream().map(IdOrName::id).distinct().toList());
    }

    /** The id of the one that is meant, as {@link #ids}. */
    public CompletionStage<Long> id(NameLookup lookup, OntraportClient client, CallContext usage) {
        return ids(lookup, client, usage).thenApply(ids -> ids.get(0));
    }

    /**
     * The id of the user with this name, "First Last", or e-mail address, as {@link #ids}. A text of digits is the id.
     *
     * @param source what gives the owner, such as the field, for error messages
     */
    public CompletionStage<Long> owner(String text, String source, OntraportClient client, CallContext usage) {
        return id(NameLookup.one(NamedKind.USER, IdOrName.parse(text.strip(), source), null, source), client, usage);
    }
}
