package io.github.camelontraport.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the children that polled an account delivered, one life after the other, and what is to be said of it. */
final class DeliveryJournal {

    private final List<List<PrintedDelivery>> lives = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private int created;

    /** Takes the lines of the next child. */
    synchronized ChildProcess.Lines nextLife() {
        List<PrintedDelivery> life = new ArrayList<>();
        lives.add(life);
        return line -> add(life, PrintedDelivery.of(line));
    }

    private synchronized void add(List<PrintedDelivery> life, PrintedDelivery delivery) {
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
    synchronized Set<String> missing(ContactHistory history) {
        Set<String> delivered = new HashSet<>();
        all().forEach(delivery -> delivered.add(delivery.described()));
        Set<String> missing = new TreeSet<>(history.due());
        missing.removeIf(expected -> PollingChild.EVENTS.stream().noneMatch(expected::startsWith));
        missing.removeAll(delivered);
        return missing;
    }

    private List<PrintedDelivery> all() {
        return lives.stream().flatMap(List::stream).toList();
    }

    /** Whether all that was delivered did happen, was in order, and came once but for what was under way at a kill. */
    synchronized void check(ContactHistory history) {
        assertThat(all()).allSatisfy(delivery -> assertThat(history.happened(delivery))
                .as("it did happen")
                .isTrue());
        PollingChild.EVENTS.forEach(event -> {
            checkRepeats(event);
            checkOrder(event, history);
        });
    }

    /**
     * What may come again is the last delivery of a life, which was under way when it ended; once for each kill, as it is
     * no longer in doubt when another one followed it.
     */
    private void checkRepeats(String event) {
        Set<String> before = new HashSet<>();
        Set<String> inDoubt = new HashSet<>();
        for (int number = 0; number < lives.size(); number++) {
            List<String> own =
                    of(event, number).stream().map(PrintedDelivery::key).toList();
            assertThat(own).as("delivered by %s in life %d", event, number).doesNotHaveDuplicates();
            assertThat(inDoubt)
                    .as("what %s may deliver again in life %d", event, number)
                    .containsAll(own.stream().filter(before::contains).toList());
            before.addAll(own);
            if (!own.isEmpty()) {
                inDoubt.removeAll(own);
                inDoubt.add(own.get(own.size() - 1));
            }
        }
    }

    /** What became visible late comes late, and so does the tag of a contact that was not visible yet. */
    private void checkOrder(String event, ContactHistory history) {
        for (int number = 0; number < lives.size(); number++) {
            assertThat(of(event, number).stream()
                            .filter(it -> !history.late.contains(it.id()))
                            .map(PrintedDelivery::position)
                            .toList())
                    .as("order of %s in life %d", event, number)
                    .isSorted();
        }
    }

    private List<PrintedDelivery> of(String event, int life) {
        return lives.get(life).stream()
                .filter(delivery -> delivery.event().equals(event))
                .toList();
    }

    @Override
    public synchronized String toString() {
        int deliveries = all().size();
        return "%d deliveries in %d lives, %d of them without one; %d came again"
                .formatted(
                        deliveries,
                        lives.size(),
                        lives.stream().filter(List::isEmpty).count(),
                        deliveries - keys.size());
    }
}
