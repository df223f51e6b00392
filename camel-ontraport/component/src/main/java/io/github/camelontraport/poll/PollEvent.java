package io.github.camelontraport.poll;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** What can be watched for, and for which types. */
public enum PollEvent {

    /** Ids grow with creation, for every type. */
    CREATED(type -> true, CreatedFeed::new),
    /** Types of which nothing is known but what the account says of them may have the field. */
    UPDATED(type -> type.modifiedField() != null || isUnknown(type), UpdatedFeed::new),
    DELETED(type -> true, null),
    TAGGED(type -> isUnknown(type) || type.id() >= ObjectType.FIRST_CUSTOM_ID || PollEvent.TAGGABLE.contains(type.id()),
            TaggedFeed::new);

    /** Contacts, deals and companies; of the rest no source shows that they take tags. */
    private static final Set<Integer> TAGGABLE = Set.of(0, 149, 150);

    private final Predicate<ObjectType> supports;
    private final FeedMaker feed;

    PollEvent(Predicate<ObjectType> supports, FeedMaker feed) {
        this.supports = supports;
        this.feed = feed;
    }

    private interface FeedMaker {

        Feed make(Source source, Watch watch);
    }

    private static boolean isUnknown(ObjectType type) {
        return !ObjectTypes.isListed(type.id()) && type.id() < ObjectType.FIRST_CUSTOM_ID;
    }

    /** As the option names it. */
    public String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidInputException when nothing tells that this happened to records of the type */
    public void check(ObjectType type) {
        if (!supports.test(type)) {
            List<String> others = Arrays.stream(values()).filter(event -> event.supports.test(type))
                    .map(PollEvent::option).toList();
            throw new InvalidInputException("Option event: " + option() + " cannot be told of " + type.plural()
                    + ", as the API does not show it; " + type.plural() + " can be watched for event="
                    + String.join(" or ", others));
        }
    }

    public Poller poller(Source source, Watch watch, Checkpoint checkpoint) {
        return this == DELETED ? new DeletedPoller(source, watch, checkpoint)
                : new KeysetPoller(feed.make(source, watch), source, checkpoint);
    }
}
