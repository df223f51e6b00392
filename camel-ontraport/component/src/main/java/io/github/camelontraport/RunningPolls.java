package io.github.camelontraport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The polling consumers of a component that are started, also those behind {@code master:}. Thread-safe. */
final class RunningPolls {

    private final List<ObservedPoll> running = new CopyOnWriteArrayList<>();

    List<ObservedPoll> all() {
        return List.copyOf(running);
    }

    void started(ObservedPoll consumer) {
        running.add(consumer);
    }

    void stopped(ObservedPoll consumer) {
        running.remove(consumer);
    }
}
