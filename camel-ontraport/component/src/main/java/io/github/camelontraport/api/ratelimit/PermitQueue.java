package io.github.camelontraport.api.ratelimit;

import io.github.camelontraport.api.ratelimit.RateLimiter.Permit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * Who waits, in a line for each priority. What is done with one waiter costs no more than a logarithm of their number.
 * Guarded by the budget's lock.
 */
final class PermitQueue {

    /** Leaves polls 18 of 180 requests a minute: enough for as many idle consumers at the default delay. */
    private static final int EVERY_NTH_IS_A_POLL = 10;

    private final Map<Priority, Set<PendingAcquire>> lines = new EnumMap<>(Priority.class);
    // By difference, as the clock may overflow.
    private final NavigableSet<PendingAcquire> byDeadline =
            new TreeSet<>(((Comparator<PendingAcquire>) (one, other) -> Long.signum(one.deadline() - other.deadline()))
                    .thenComparingLong(PendingAcquire::number));
    private int producersInARow;
    private long count;

    PermitQueue() {
        for (Priority priority : Priority.values()) {
            lines.put(priority, new LinkedHashSet<>());
        }
    }

    PendingAcquire add(Priority priority, long deadline) {
        PendingAcquire waiter = new PendingAcquire(priority, count++, deadline, new CompletableFuture<Permit>());
        lines.get(priority).add(waiter);
        byDeadline.add(waiter);
        return waiter;
    }

    /** Takes out whose turn it is. */
    PendingAcquire poll() {
        Set<PendingAcquire> again = lines.get(Priority.RETRY);
        Set<PendingAcquire> producers = lines.get(Priority.PRODUCER);
        Set<PendingAcquire> polls = lines.get(Priority.POLL);
        if (!again.isEmpty()) {
            return first(again);
        }
        boolean poll = !polls.isEmpty() && (producers.isEmpty() || producersInARow >= EVERY_NTH_IS_A_POLL - 1);
        producersInARow = poll || polls.isEmpty() ? 0 : producersInARow + 1;
        return first(poll ? polls : producers);
    }

    private PendingAcquire first(Set<PendingAcquire> line) {
        PendingAcquire waiter = line.iterator().next();
        remove(waiter);
        return waiter;
    }

    void remove(PendingAcquire waiter) {
        lines.get(waiter.priority()).remove(waiter);
        byDeadline.remove(waiter);
    }

    /** Takes out all, the most urgent first. */
    List<PendingAcquire> removeAll() {
        List<PendingAcquire> all = List.copyOf(byDeadline);
        all.forEach(this::remove);
        return all;
    }

    /** Who has to be answered first, or {@code null}. */
    PendingAcquire earliestDeadline() {
        return byDeadline.isEmpty() ? null : byDeadline.first();
    }

    int size() {
        return byDeadline.size();
    }
}
