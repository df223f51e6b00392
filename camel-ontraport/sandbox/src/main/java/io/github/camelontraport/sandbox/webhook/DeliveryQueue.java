package io.github.camelontraport.sandbox.webhook;

import io.github.camelontraport.sandbox.account.AccountLock;
import io.github.camelontraport.sandbox.fault.DeliveryFault;
import io.github.camelontraport.sandbox.fault.FaultPlan;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** The deliveries that wait, those in flight, and the latest ended ones. Guarded by the account's lock. */
public final class DeliveryQueue {

    /** The number of ended deliveries that are kept. */
    static final int HISTORY = 20_000;
    /** When so many deliveries wait, further ones fail at once. */
    static final int CAPACITY = 100_000;

    private final AccountLock lock;
    private final Clock clock;
    private final FaultPlan<String, DeliveryFault> faults = new FaultPlan<>();
    private final Consumer<EndedDelivery> listener;
    private final List<Delayed> delayed = new ArrayList<>();
    private final List<DeliveryAttempt> group = new ArrayList<>();
    private final Deque<DeliveryAttempt> waiting = new ArrayDeque<>();
    private final Deque<EndedDelivery> ended = new ArrayDeque<>();
    private DeliverySettings settings = DeliverySettings.DEFAULT;
    private DeliverySender sender = new DeliverySender();
    private int busy;
    private int endedCount;
    private boolean closed;

    /** @param listener is called for every ended attempt, before a retry */
    DeliveryQueue(AccountLock lock, Clock clock, Consumer<EndedDelivery> listener) {
        this.lock = lock;
        this.clock = clock;
        this.listener = listener;
    }

    public FaultPlan<String, DeliveryFault> faults() {
        return faults;
    }

    public DeliverySettings settings() {
        return settings;
    }

    public void settings(DeliverySettings changed) {
        settings = changed;
        sendGroup(settings.groupSize());
        sendWaiting();
    }

    /** Adds a delivery and applies the fault that is planned for it. */
    public void add(DeliveryAttempt delivery) {
        if (closed) {
            return;
        }
        DeliveryFault fault = faults.take(delivery.event(), DeliveryFault.NONE);
        DeliveryAttempt planned = fault.lost() ? delivery.asLost() : delivery;
        for (int copy = 0; copy < fault.copies(); copy++) {
            if (delayed.size() + waiting.size() >= CAPACITY) {
                end(planned, DeliveryOutcome.failed("too many deliveries wait"));
            } else if (fault.delay().isZero()) {
                sendInGroup(planned);
            } else {
                delayed.add(new Delayed(clock.instant().plus(fault.delay()), planned));
            }
        }
    }

    /** Sends the delayed deliveries that have become due. */
    void sendDue() {
        Instant now = clock.instant();
        for (Iterator<Delayed> candidates = delayed.iterator(); candidates.hasNext(); ) {
            Delayed candidate = candidates.next();
            if (!candidate.due().isAfter(now)) {
                candidates.remove();
                sendInGroup(candidate.delivery());
            }
        }
    }

    /** Sends incomplete groups, and returns whether all deliveries but the delayed ones have ended. */
    public boolean flush() {
        sendGroup(1);
        return busy == 0 && waiting.isEmpty();
    }

    /** The number of deliveries that are neither ended nor delayed. */
    public int pending() {
        return busy + waiting.size() + group.size();
    }

    public List<EndedDelivery> ended() {
        return List.copyOf(ended);
    }

    public int endedCount() {
        return endedCount;
    }

    public void forgetEnded() {
        ended.clear();
        endedCount = 0;
    }

    /** Aborts all deliveries and restores the default settings. */
    void clear() {
        DeliverySender old = sender;
        sender = new DeliverySender();
        abort(old);
        faults.clear();
        settings = DeliverySettings.DEFAULT;
        forgetEnded();
    }

    /**
     * Aborts all deliveries and accepts no more. Ended deliveries stay readable.
     *
     * @return the sender whose threads are about to end
     */
    public DeliverySender close() {
        closed = true;
        abort(sender);
        return sender;
    }

    private void abort(DeliverySender old) {
        busy = 0;
        delayed.clear();
        group.clear();
        waiting.clear();
        old.close();
        lock.signalChange();
    }

    private void sendInGroup(DeliveryAttempt delivery) {
        group.add(delivery);
        sendGroup(settings.groupSize());
    }

    private void sendGroup(int least) {
        if (group.size() >= least) {
            Collections.reverse(group);
            waiting.addAll(group);
            group.clear();
            sendWaiting();
        }
    }

    private void sendWaiting() {
        while (busy < settings.connections() && !waiting.isEmpty()) {
            send(waiting.removeFirst());
        }
    }

    private void send(DeliveryAttempt delivery) {
        if (delivery.lost()) {
            end(delivery, DeliveryOutcome.failed("lost on the way"));
            return;
        }
        busy++;
        DeliverySender current = sender;
        current.send(
                delivery,
                settings.timeout(),
                reply -> lock.run(() -> {
                    if (current == sender && !closed) {
                        busy--;
                        end(delivery, reply);
                        sendWaiting();
                        if (busy == 0) {
                            lock.signalChange();
                        }
                    }
                }));
    }

    private void end(DeliveryAttempt delivery, DeliveryOutcome outcome) {
        EndedDelivery result = new EndedDelivery(delivery, outcome, clock.instant());
        if (ended.size() == HISTORY) {
            ended.removeFirst();
        }
        ended.addLast(result);
        endedCount++;
        listener.accept(result);
        if (!outcome.succeeded() && delivery.attempt() <= settings.retries()) {
            waiting.addLast(delivery.next());
        }
    }

    private record Delayed(Instant due, DeliveryAttempt delivery) {}
}
