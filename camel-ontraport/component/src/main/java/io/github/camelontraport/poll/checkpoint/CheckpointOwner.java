package io.github.camelontraport.poll.checkpoint;

import java.net.URI;
import java.util.OptionalInt;

/**
 * Whose state it is: a state of another account, type, event or filter has another meaning.
 *
 * @param typeId  the type's id, for types that only the account knows; empty for others, and while it is not known
 * @param account fingerprint of base URL and app id
 * @param filter  fingerprint of what selects the records
 */
public record CheckpointOwner(String event, String type, OptionalInt typeId, String account, String filter) {

    private static final String WITHOUT_START_TIME = "deleted";

    /** @param filter a text that is equal only for equal filters; empty for none */
    public static CheckpointOwner of(String event, String type, URI baseUrl, String appId, String filter) {
        return new CheckpointOwner(
                event,
                type,
                OptionalInt.empty(),
                ContentDigest.of(baseUrl + "\n" + appId),
                filter.isEmpty() ? "none" : ContentDigest.of(filter));
    }

    public CheckpointOwner withTypeId(int id) {
        return new CheckpointOwner(event, type, OptionalInt.of(id), account, filter);
    }

    /** Whether the event can begin at a time that {@code startFrom} gives. */
    boolean startsAtTimes() {
        return !WITHOUT_START_TIME.equals(event);
    }
}
