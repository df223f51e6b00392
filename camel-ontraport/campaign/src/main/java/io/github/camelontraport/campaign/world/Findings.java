package io.github.camelontraport.campaign.world;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What came of a world. Thread-safe. */
public final class Findings {

    /** Ways in which a promise is broken. */
    public enum Kind {
        /** Something was not done, or an outcome was reported that is not true. */
        LOST,
        /** Something was done again without a reason that the contract names. */
        REPEATED,
        /** Something did not end, or nothing more happened. */
        STUCK,
        /** A program that stopped left a thread. */
        LEAKED_THREAD,
        /** A program that stopped left a socket. */
        LEAKED_SOCKET,
        /** In a long run, something grows with time. */
        GROWN
    }

    private final Map<Kind, List<String>> broken = new EnumMap<>(Kind.class);
    private long events;
    private long again;

    public synchronized void add(Kind kind, String text) {
        broken.computeIfAbsent(kind, none -> new ArrayList<>()).add(text);
    }

    /** Something went as it should: a record delivered, an exchange done, a row in the account. */
    synchronized void done() {
        events++;
    }

    /** Something was done again, and the contract says so. */
    synchronized void again() {
        again++;
    }

    public synchronized long events() {
        return events;
    }

    public synchronized long repeats() {
        return again;
    }

    public synchronized List<String> of(Kind kind) {
        return List.copyOf(broken.getOrDefault(kind, List.of()));
    }

    public synchronized boolean isClean() {
        return broken.isEmpty();
    }

    @Override
    public synchronized String toString() {
        return events + " done, " + again + " again, " + broken;
    }
}
