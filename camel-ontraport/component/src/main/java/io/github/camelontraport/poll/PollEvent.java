package io.github.camelontraport.poll;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The events that a poll can find, and the types whose records show them. */
public enum PollEvent {

    /** Ids grow with creation, for every type. */
    CREATED(type -> true),
    /** Types that only the account knows may have the field. */
    UPDATED(type -> type.modifiedField() != null || !ObjectTypes.isListed(type.id())),
    DELETED(type -> true),
    /** Contacts, deals, companies and custom objects; no source shows that other types take tags. */
    TAGGED(type -> type.allows(Capability.TAG));

    private final Predicate<ObjectType> supports;

    PollEvent(Predicate<ObjectType> supports) {
        this.supports = supports;
    }

    /** The name in the option {@code event}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the API shows the event for records of the type. */
    public boolean supports(ObjectType type) {
        return supports.test(type);
    }

    /** @throws InvalidInputException when the API does not show the event for records of the type */
    public void check(ObjectType type) {
        if (!supports(type)) {
            List<String> others = Arrays.stream(values())
                    .filter(event -> event.supports(type))
                    .map(PollEvent::option)
                    .toList();
            throw new InvalidInputException("Option event: " + option() + " is not possible for " + type.plural()
                    + ", as the API does not show it; " + type.plural() + " can be watched for event="
                    + String.join(" or ", others));
        }
    }
}
