package io.github.camelontraport.poll;

import java.util.List;
import java.util.Optional;

/** Finds the events to deliver. For one thread at a time. */
public interface Poller {

    /** Reads the stored state, without a request, so that a state that cannot be used stops the start. */
    void open();

    /**
     * Finds and stores the position at which the events begin, if none is stored. It does not depend on the filter. What is
     * compared in place of a position is left to the polls.
     */
    void findStart();

    /** How far the events are delivered, for people, such as {@code id 4711}; empty when nothing is known yet. */
    Optional<String> position();

    /** Begins a poll. What the poll before found and did not acknowledge is forgotten, and found again. */
    void begin();

    /**
     * The next events, in order; blocks while it reads. Empty when the poll is done. Call it again only after all of
     * them were acknowledged.
     *
     * @param most 1 or more
     */
    List<RecordEvent> next(int most);

    /**
     * Records that the first event not yet acknowledged was delivered; returns when this is stored. The consumer
     * acknowledges what the route has done. At the first failure it ends the poll, and the next one finds the event again.
     */
    void acknowledge(RecordEvent event);
}
