package io.github.camelontraport.poll.deleted;

import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.Poller;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import java.util.List;
import java.util.Optional;

/**
 * Deleted records. The API does not report them, so the known ids are compared with those that exist now. The deletions
 * that were found are stored before they are delivered, and all of them are delivered before the next comparison.
 */
public final class DeletedPoller implements Poller {

    private final ObjectType type;
    private final Checkpoint checkpoint;
    private final DeletedState state;
    private final Sweeper sweeper;
    private boolean swept;

    public DeletedPoller(PollingClient client, PollSpec spec, Checkpoint checkpoint) {
        this.type = spec.type();
        this.checkpoint = checkpoint;
        this.state = new DeletedState(checkpoint, client.timing(), spec.settleTime());
        this.sweeper = new Sweeper(client, spec, state);
    }

    @Override
    public void open() {
        state.open();
    }

    /** Ids that are compared have no position, and no filter makes the first sweep wait. */
    @Override
    public void findStart() {}

    @Override
    public Optional<String> position() {
        return Optional.of(state.known().size() + " known ids");
    }

    @Override
    public void begin() {
        swept = false;
    }

    @Override
    public List<RecordEvent> next(int most) {
        checkpoint.flush();
        state.forgetDelivered();
        if (state.pending() == null && !swept) {
            sweeper.sweep();
            swept = true;
        }
        return state.pending() == null ? List.of() : state.pending().next(most, type);
    }

    @Override
    public void acknowledge(RecordEvent event) {
        state.markDelivered(event);
    }

    /** Whether a sweep found ids missing, and must wait before it looks for them once more. */
    boolean isWaiting() {
        return state.isWaiting();
    }
}
