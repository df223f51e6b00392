package io.github.camelontraport.poll;

import java.util.List;

/** Records that are gone. */
final class DeletedPoller implements Poller {

    DeletedPoller(Source source, Watch watch, Checkpoint checkpoint) {
    }

    @Override
    public void open() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void begin() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Occurrence> next(int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void accepted(Occurrence occurrence) {
        throw new UnsupportedOperationException();
    }
}
