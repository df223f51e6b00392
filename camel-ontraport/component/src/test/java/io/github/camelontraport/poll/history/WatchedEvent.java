package io.github.camelontraport.poll.history;

import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.PollSpecBuilder;
import java.util.OptionalLong;

/** What the consumer of a history watches. */
enum WatchedEvent {
    CREATED(PollEvent.CREATED),
    UPDATED(PollEvent.UPDATED),
    TAGGED_BY_ID(PollEvent.TAGGED),
    TAGGED_BY_NAME(PollEvent.TAGGED);

    private final PollEvent event;

    WatchedEvent(PollEvent event) {
        this.event = event;
    }

    PollEvent event() {
        return event;
    }

    /** @param tag the id of the tag that has the name at first */
    PollSpecBuilder builder(long tag) {
        return switch (this) {
            case TAGGED_BY_ID -> PollSpecBuilder.tagged(tag);
            case TAGGED_BY_NAME ->
                PollSpecBuilder.of(event).tag(new PollSpec.Tag(TagHistory.NAME, OptionalLong.empty()));
            default -> PollSpecBuilder.of(event);
        };
    }
}
