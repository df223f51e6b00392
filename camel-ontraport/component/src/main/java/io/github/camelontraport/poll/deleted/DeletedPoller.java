package io.github.camelontraport.poll.deleted;

import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.Poller;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import java.util.List;

/**
 * Records that are gone. The API does not tell of them, so the ids that exist are known and compared with those there
 * are now. What was found is stored before it is delivered, and is delivered to its end before anything else is looked for.
 */
public final class DeletedPoller implements Poller {

    private final ObjectType type;
    private final Checkpoint checkpoint;
    private final DeletedState state;
    private final Sweeper sweeper;
    private boolean looked;

    public DeletedPoller(PollingClient source, PollSpec watch, Checkpoint checkpoint) {
        this.type = watch.type();
        this.checkpoint = checkpoint;
        this.state = new DeletedState(checkpoint, source.timing());
        this.sweeper = new Sweeper(source, watch, state);
    }

    @Override
    public void open() {
        state.open();
    }

    @Override
    public void begin() {
        looked = false;
    }

    @Override
    public List<RecordEvent> next(int most) {
        checkpoint.flush();
        state.forgetTold();
        if (state.gone() == null && !looked) {
            sweeper.sweep();
            looked = true;
        }
        return state.gone() == null ? List.of() : state.gone().next(most, type);
    }

    @Override
    public void acknowledge(RecordEvent occurrence) {
        state.markDelivered(occurrence);
    }
}
