package io.github.camelontraport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The polling consumers of a component that are started, also those behind {@code master:}. Thread-safe. */
final class RunningPolls {

    private final List<OntraportConsumer> running = new CopyOnWriteArrayList<>();

    List<OntraportConsumer> all() {
        return List.copyOf(running);
    }

    void started(OntraportConsumer consumer) {
        running.add(consumer);
    }

    void stopped(OntraportConsumer consumer) {
        running.remove(consumer);
    }
}
