package io.github.camelontraport.api.budget;

import io.github.camelontraport.api.budget.Budget.Permit;
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
final class WaitingLine {

    /** Leaves polls 18 of 180 requests a minute: enough for as many idle consumers at the default delay. */
    private static final int EVERY_NTH_IS_A_POLL = 10;

    private final Map<Priority, Set<Waiter>> lines = new EnumMap<>(Priority.class);
    // By difference, as the clock may overflow.
    private final NavigableSet<Waiter> byDeadline = new TreeSet<>(((Comparator<Waiter>)
            (one, other) -> Long.signum(one.deadline() - other.deadline()))
            .thenComparingLong(Waiter::number));
    private int producersInARow;
    private long count;

    WaitingLine() {
        for (Priority priority : Priority.values()) {
            lines.put(priority, new LinkedHashSet<>());
        }
    }

    Waiter add(Priority priority, long deadline) {
        Waiter waiter = new Waiter(priority, count++, deadline, new CompletableFuture<Permit>());
        lines.get(priority).add(waiter);
        byDeadline.add(waiter);
        return waiter;
    }

    /** Takes out whose turn it is. */
    Waiter next() {
        Set<Waiter> again = lines.get(Priority.AGAIN);
        Set<Waiter> producers = lines.get(Priority.PRODUCER);
        Set<Waiter> polls = lines.get(Priority.POLL);
        if (!again.isEmpty()) {
            return first(again);
        }
        boolean poll = !polls.isEmpty() && (producers.isEmpty() || producersInARow >= EVERY_NTH_IS_A_POLL - 1);
        producersInARow = poll || polls.isEmpty() ? 0 : producersInARow + 1;
        return first(poll ? polls : producers);
    }

    private Waiter first(Set<Waiter> line) {
        Waiter waiter = line.iterator().next();
        remove(waiter);
        return waiter;
    }

    void remove(Waiter waiter) {
        lines.get(waiter.priority()).remove(waiter);
        byDeadline.remove(waiter);
    }

    /** Takes out all, the most urgent first. */
    List<Waiter> removeAll() {
        List<Waiter> all = List.copyOf(byDeadline);
        all.forEach(this::remove);
        return all;
    }

    /** Who has to be answered first, or {@code null}. */
    Waiter mostUrgent() {
        return byDeadline.isEmpty() ? null : byDeadline.first();
    }

    int size() {
        return byDeadline.size();
    }
}
