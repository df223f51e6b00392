package io.github.camelontraport.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.kill.Delivery.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What the children that polled an account delivered, one life after the other, and what is to be said of it. */
final class Journal {

    private final List<List<Delivery>> lives = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private int created;

    /** Takes the lines of the next child. */
    synchronized Child.Lines nextLife() {
        List<Delivery> life = new ArrayList<>();
        lives.add(life);
        return line -> add(life, Delivery.of(line));
    }

    private synchronized void add(List<Delivery> life, Delivery delivery) {
        life.add(delivery);
        if (keys.add(delivery.key()) && delivery.event().equals("created")) {
            created++;
        }
    }

    /** How many contacts were delivered as created. */
    synchronized int created() {
        return created;
    }

    /** What must have been delivered and was not. */
    synchronized Set<String> missing(BusyAccount account) {
        Set<String> delivered = new HashSet<>();
        all().forEach(delivery -> delivered.add(told(delivery)));
        Set<String> missing = new TreeSet<>();
        account.versions.keySet().forEach(id -> {
            Version last = account.last(id);
            if (account.deleted.contains(id)) {
                missing.add("deleted " + id);
                return;
            }
            if (!account.tooLate.contains(id)) {
                missing.add("created " + id);
            }
            if (!account.tooLateVersions.contains(last)) {
                missing.add("updated " + id + " " + last);
            }
            if (account.tagged.contains(id)) {
                missing.add("tagged " + id);
            }
        });
        missing.removeIf(expected -> PollingChild.EVENTS.stream().noneMatch(expected::startsWith));
        missing.removeAll(delivered);
        return missing;
    }

    private static String told(Delivery delivery) {
        return delivery.event() + " " + delivery.id() + (delivery.event().equals("updated") ? " " + delivery.what() : "");
    }

    private List<Delivery> all() {
        return lives.stream().flatMap(List::stream).toList();
    }

    /** Whether all that was delivered did happen, was in order, and came once but for what was under way at a kill. */
    synchronized void check(BusyAccount account) {
        assertThat(all()).allSatisfy(delivery -> assertThat(happened(delivery, account)).as("it did happen").isTrue());
        PollingChild.EVENTS.forEach(event -> {
            checkRepeats(event);
            checkOrder(event, account);
        });
    }

    private static boolean happened(Delivery delivery, BusyAccount account) {
        Set<Long> deleted = account.deleted;
        List<Version> versions = account.versions.getOrDefault(delivery.id(), List.of());
        return switch (delivery.event()) {
            case "created", "updated" -> versions.contains(delivery.what());
            // Of a record that is gone only the tag is told.
            case "tagged" -> account.tagged.contains(delivery.id())
                    && (versions.contains(delivery.what()) || deleted.contains(delivery.id()));
            case "deleted" -> deleted.contains(delivery.id());
            default -> false;
        };
    }

    /** The one that may come again is the last that was delivered before, and it may do so once for each kill. */
    private void checkRepeats(String event) {
        Map<String, Integer> before = new HashMap<>();
        String underWay = null;
        for (int number = 0; number < lives.size(); number++) {
            List<String> own = of(event, number).stream().map(Delivery::key).toList();
            List<String> again = own.stream().filter(before::containsKey).toList();
            if (!again.isEmpty()) {
                assertThat(again).as("delivered again by %s in life %d: first in lives %s", event, number,
                        again.stream().map(before::get).toList()).containsExactly(Objects.toString(underWay));
            }
            assertThat(own).as("delivered by %s in life %d", event, number).doesNotHaveDuplicates();
            for (String key : own) {
                before.putIfAbsent(key, number);
                underWay = key;
            }
        }
    }

    private void checkOrder(String event, BusyAccount account) {
        for (int number = 0; number < lives.size(); number++) {
            assertThat(of(event, number).stream().filter(it -> !account.late.contains(it.id()) || event.equals("tagged"))
                    .map(Delivery::position).toList()).as("order of %s in life %d", event, number).isSorted();
        }
    }

    private List<Delivery> of(String event, int life) {
        return lives.get(life).stream().filter(delivery -> delivery.event().equals(event)).toList();
    }

    @Override
    public synchronized String toString() {
        int deliveries = all().size();
        return "%d deliveries in %d lives, %d of them without one; %d came again".formatted(deliveries, lives.size(),
                lives.stream().filter(List::isEmpty).count(), deliveries - keys.size());
    }
}
