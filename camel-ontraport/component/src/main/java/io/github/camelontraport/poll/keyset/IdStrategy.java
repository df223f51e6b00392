package io.github.camelontraport.poll.keyset;

import io.github.camelontraport.poll.PollSpec;
import java.time.Duration;

/** What is found by growing ids, whether they are those of the records or of what tells of them. */
abstract class IdStrategy implements EventStrategy {

    private final PollSpec watch;
    private final InitialPositionResolver contact;

    IdStrategy(PollSpec watch, InitialPositionResolver contact) {
        this.watch = watch;
        this.contact = contact;
    }

    @Override
    public long baseline(DeliveredLog memory) {
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
    public DeliveredLog memory() {
        return new DeliveredIds();
    }
}
