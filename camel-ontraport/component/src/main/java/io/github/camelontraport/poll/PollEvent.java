package io.github.camelontraport.poll;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import io.github.camelontraport.poll.deleted.DeletedPoller;
import io.github.camelontraport.poll.keyset.CreatedStrategy;
import io.github.camelontraport.poll.keyset.EventStrategy;
import io.github.camelontraport.poll.keyset.KeysetPoller;
import io.github.camelontraport.poll.keyset.TaggedStrategy;
import io.github.camelontraport.poll.keyset.UpdatedStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** What can be watched for, and for which types. */
public enum PollEvent {

    /** Ids grow with creation, for every type. */
    CREATED(type -> true, keyset(CreatedStrategy::new)),
    /** Types that only the account knows may have the field. */
    UPDATED(type -> type.modifiedField() != null || isUnlisted(type), keyset(UpdatedStrategy::new)),
    DELETED(type -> true, DeletedPoller::new),
    /** Contacts, deals, companies and custom objects; of the rest no source shows that they take tags. */
    TAGGED(type -> type.allows(Capability.TAG), keyset(TaggedStrategy::new));

    private final Predicate<ObjectType> supports;
    private final PollerMaker poller;

    PollEvent(Predicate<ObjectType> supports, PollerMaker poller) {
        this.supports = supports;
        this.poller = poller;
    }

    private interface PollerMaker {

        Poller make(PollingClient source, PollSpec watch, Checkpoint checkpoint);
    }

    private static PollerMaker keyset(BiFunction<PollingClient, PollSpec, EventStrategy> feed) {
        return (source, watch, checkpoint) -> new KeysetPoller(feed.apply(source, watch), source, checkpoint);
    }

    private static boolean isUnlisted(ObjectType type) {
        return !ObjectTypes.isListed(type.id());
    }

    /** As the option names it. */
    public String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether something tells that this happened to records of the type. */
    public boolean supports(ObjectType type) {
        return supports.test(type);
    }

    /** @throws InvalidInputException when nothing tells that this happened to records of the type */
    public void check(ObjectType type) {
        if (!supports(type)) {
            List<String> others = Arrays.stream(values())
                    .filter(event -> event.supports(type))
                    .map(PollEvent::option)
                    .toList();
            throw new InvalidInputException("Option event: " + option() + " cannot be told of " + type.plural()
                    + ", as the API does not show it; " + type.plural() + " can be watched for event="
                    + String.join(" or ", others));
        }
    }

    public Poller poller(PollingClient source, PollSpec watch, Checkpoint checkpoint) {
        return poller.make(source, watch, checkpoint);
    }
}
