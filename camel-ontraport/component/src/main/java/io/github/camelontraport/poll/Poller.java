package io.github.camelontraport.poll;

import java.util.List;

/** Finds what is to be delivered. For one thread at a time. */
public interface Poller {

    /** Reads the stored state, without asking the API, so that one that cannot be used is refused at start. */
    void open();

    /** A poll begins: what was found and not accepted in the one before is forgotten, and found again. */
    void begin();

    /**
     * What to deliver next, in order; blocks while it reads. Empty when the poll is done. To be called again only when
     * all of it has been accepted.
     *
     * @param most 1 or more
     */
    List<RecordEvent> next(int most);

    /** The occurrence, the first that is not accepted yet, was delivered; its state is stored when this returns. */
    void acknowledge(RecordEvent occurrence);
}
