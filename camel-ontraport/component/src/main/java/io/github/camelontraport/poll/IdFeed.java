package io.github.camelontraport.poll;

import java.time.Duration;

/** What is found by growing ids, whether they are those of the records or of what tells of them. */
abstract class IdFeed implements Feed {

    private final Watch watch;
    private final FirstContact contact;

    IdFeed(Watch watch, FirstContact contact) {
        this.watch = watch;
        this.contact = contact;
    }

    @Override
    public long baseline(Memory memory) {
        return switch (watch.startFrom().kind()) {
            case BEGINNING -> 0;
            case INSTANT -> contact.before(watch.startFrom().instant().orElseThrow());
            case NOW -> contact.highest();
        };
    }

    @Override
    public long highest() {
        return contact.highest();
    }

    @Override
    public long ceiling() {
        return Long.MAX_VALUE;
    }

    @Override
    public Duration settleTime() {
        return watch.settleTime();
    }

    @Override
    public Memory memory() {
        return new DeliveredIds();
    }
}
