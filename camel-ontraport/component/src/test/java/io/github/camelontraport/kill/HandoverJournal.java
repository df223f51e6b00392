package io.github.camelontraport.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the nodes of a cluster delivered, and when leadership changed.
 * <p>
 * What may come again is what was under way when a hand-over began: the last delivery of the node that led, and what any
 * node delivered from then until it was over, as two may have led.
 */
final class HandoverJournal {

    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private int created;
    private int newestUpdate;

    /** @param number counts what the node delivered of the event */
    private record Delivery(String node, int number, PrintedDelivery what) {}

    /**
     * A hand-over: how much each node had delivered of each event.
     *
     * @param after how much it had delivered when the hand-over was over
     */
    private record Window(Map<String, Integer> before, Map<String, Integer> after) {

        /** Whether that delivery was under way at the beginning, or came before the end. */
        boolean covers(Delivery delivery, String slot) {
            return delivery.number >= before.getOrDefault(slot, 0) - 1
                    && delivery.number <= after.getOrDefault(slot, 0);
        }
    }

    private static String slot(String node, String event) {
        return node + "/" + event;
    }

    synchronized void add(String node, PrintedDelivery what) {
        int number = counts.merge(slot(node, what.event()), 1, Integer::sum) - 1;
        deliveries.add(new Delivery(node, number, what));
        if (keys.add(what.key()) && what.event().equals("created")) {
            created++;
        }
        if (what.event().equals("updated")) {
            newestUpdate = Math.max(newestUpdate, Integer.parseInt(what.version()));
        }
    }

    /** The newest version that was delivered as an update. */
    synchronized int newestUpdate() {
        return newestUpdate;
    }

    /** How many contacts were delivered as created. */
    synchronized int created() {
        return created;
    }

    synchronized int size() {
        return deliveries.size();
    }

    /** How much each node delivered so far. */
    synchronized Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    synchronized void handedOver(Map<String, Integer> before) {
        windows.add(new Window(before, counts()));
    }

    /** What must have been delivered and was not. */
    synchronized Set<String> missing(ContactHistory history) {
        Set<String> missing = new TreeSet<>(history.due());
        deliveries.forEach(delivery -> missing.remove(delivery.what.described()));
        return missing;
    }

    /**
     * Whether all that was delivered did happen, and came once but for what was under way at a hand-over.
     *
     * @param repeatable events that may come again at other times, too
     */
    synchronized void check(ContactHistory history, Set<String> repeatable) {
        Map<String, Delivery> first = new HashMap<>();
        for (Delivery delivery : deliveries) {
            assertThat(history.happened(delivery.what))
                    .as("it did happen: %s", delivery)
                    .isTrue();
            Delivery before = first.put(delivery.what.event() + delivery.what.key(), delivery);
            assertThat(before == null || repeatable.contains(delivery.what.event()) || mayComeAgain(before))
                    .as("%s came again as %s", before, delivery)
                    .isTrue();
        }
    }

    private boolean mayComeAgain(Delivery delivery) {
        String slot = slot(delivery.node, delivery.what.event());
        return windows.stream().anyMatch(window -> window.covers(delivery, slot));
    }

    @Override
    public synchronized String toString() {
        return "%d deliveries, %d came again".formatted(deliveries.size(), deliveries.size() - keys.size());
    }
}
