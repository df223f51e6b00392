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
 * The waiting requests, a queue for each priority. Each step takes at most logarithmic time in their number. Guarded by
 * the limiter's lock.
 */
final class PermitQueue {

    /** Leaves polls 18 of 180 requests a minute: enough for as many idle consumers at the default delay. */
    private static final int EVERY_NTH_IS_A_POLL = 10;
    /** A refused poll has used up its turn for nothing; at the usual share its next turn may be minutes away. */
    private static final int EVERY_NTH_IS_A_POLL_RETRY = 2;

    private final Map<Priority, Set<PendingAcquire>> queues = new EnumMap<>(Priority.class);
    // By difference, as the clock may overflow.
    private final NavigableSet<PendingAcquire> byDeadline =
            new TreeSet<>(((Comparator<PendingAcquire>) (one, other) -> Long.signum(one.deadline() - other.deadline()))
                    .thenComparingLong(PendingAcquire::number));
    /** Requests of producers granted in a row while a poll waited. */
    private int producersInARow;

    private long count;

    PermitQueue() {
        for (Priority priority : Priority.values()) {
            queues.put(priority, new LinkedHashSet<>());
        }
    }

    PendingAcquire add(Priority priority, long deadline) {
        PendingAcquire pending = new PendingAcquire(priority, count++, deadline, new CompletableFuture<Permit>());
        queues.get(priority).add(pending);
        byDeadline.add(pending);
        return pending;
    }

    /** Removes the next in order. The queue must not be empty. */
    PendingAcquire poll() {
        Set<PendingAcquire> producers = firstNonEmpty(Priority.PRODUCER_RETRY, Priority.PRODUCER);
        Set<PendingAcquire> polls = firstNonEmpty(Priority.POLL_RETRY, Priority.POLL);
        int everyNth = queues.get(Priority.POLL_RETRY).isEmpty() ? EVERY_NTH_IS_A_POLL : EVERY_NTH_IS_A_POLL_RETRY;
        boolean poll = !polls.isEmpty() && (producers.isEmpty() || producersInARow >= everyNth - 1);
        producersInARow = poll || polls.isEmpty() ? 0 : producersInARow + 1;
        PendingAcquire next = (poll ? polls : producers).iterator().next();
        remove(next);
        return next;
    }

    /** A request started without waiting, as nothing waited. */
    void onPassed() {
        producersInARow = 0;
    }

    private Set<PendingAcquire> firstNonEmpty(Priority retries, Priority others) {
        return queues.get(queues.get(retries).isEmpty() ? others : retries);
    }

    void remove(PendingAcquire pending) {
        queues.get(pending.priority()).remove(pending);
        byDeadline.remove(pending);
    }

    /** Removes all, the earliest deadline first. */
    List<PendingAcquire> removeAll() {
        List<PendingAcquire> all = List.copyOf(byDeadline);
        all.forEach(this::remove);
        return all;
    }

    /** The request that times out first, or null. */
    PendingAcquire earliestDeadline() {
        return byDeadline.isEmpty() ? null : byDeadline.first();
    }

    int size() {
        return byDeadline.size();
    }
}
