package io.github.camelontraport.poll.factory;

import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.Poller;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import io.github.camelontraport.poll.deleted.DeletedPoller;
import io.github.camelontraport.poll.keyset.CreatedStrategy;
import io.github.camelontraport.poll.keyset.EventStrategy;
import io.github.camelontraport.poll.keyset.KeysetPoller;
import io.github.camelontraport.poll.keyset.TaggedStrategy;
import io.github.camelontraport.poll.keyset.UpdatedStrategy;
import java.util.Map;
import java.util.function.BiFunction;

/** Makes pollers: one row for each event. */
public final class PollerFactory {

    private static final Map<PollEvent, PollerMaker> MAKERS = Map.of(
            PollEvent.CREATED, keyset(CreatedStrategy::new),
            PollEvent.UPDATED, keyset(UpdatedStrategy::new),
            PollEvent.TAGGED, keyset(TaggedStrategy::new),
            PollEvent.DELETED, DeletedPoller::new);

    private PollerFactory() {}

    private interface PollerMaker {

        Poller make(PollingClient client, PollSpec spec, Checkpoint checkpoint);
    }

    private static PollerMaker keyset(BiFunction<PollingClient, PollSpec, EventStrategy> strategy) {
        return (client, spec, checkpoint) -> new KeysetPoller(strategy.apply(client, spec), client, checkpoint);
    }

    /** A poller that is not open yet. */
    public static Poller make(PollEvent event, PollingClient client, PollSpec spec, Checkpoint checkpoint) {
        return MAKERS.get(event).make(client, spec, checkpoint);
    }
}
