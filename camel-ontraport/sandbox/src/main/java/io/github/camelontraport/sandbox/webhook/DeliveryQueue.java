package io.github.camelontraport.sandbox.webhook;

import io.github.camelontraport.sandbox.SandboxDelivery;
import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.fault.DeliveryFault;
import io.github.camelontraport.sandbox.fault.FaultPlan;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;

/** Deliveries that wait, are under way, and have ended. Guarded by the account's lock. */
public final class DeliveryQueue {

    /** More than a test looks through. */
    static final int HISTORY = 20_000;
    /** Nobody takes deliveries any more when there are that many. */
    static final int CAPACITY = 100_000;

    private final AccountState account;
    private final FaultPlan<String, DeliveryFault> faults = new FaultPlan<>();
    private final BiConsumer<DeliveryAttempt, DeliveryOutcome> record;
    private final List<Delayed> delayed = new ArrayList<>();
    private final List<DeliveryAttempt> group = new ArrayList<>();
    private final Deque<DeliveryAttempt> waiting = new ArrayDeque<>();
    private final Deque<SandboxDelivery> ended = new ArrayDeque<>();
    private DeliverySettings settings = DeliverySettings.DEFAULT;
    private DeliverySender sender = new DeliverySender();
    private int busy;
    private int endedCount;
    private boolean closed;

    /** @param record told of every attempt for a subscription that has ended, before another one follows */
    DeliveryQueue(AccountState account, BiConsumer<DeliveryAttempt, DeliveryOutcome> record) {
        this.account = account;
        this.record = record;
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

    /** Takes a delivery, which meets the fault that is its turn. */
    public void add(DeliveryAttempt delivery) {
        if (closed) {
            return;
        }
        DeliveryFault fault = faults.take(delivery.event(), DeliveryFault.NONE);
        DeliveryAttempt planned = fault.lost() ? delivery.toBeLost() : delivery;
        for (int copy = 0; copy < fault.copies(); copy++) {
            if (delayed.size() + waiting.size() >= CAPACITY) {
                end(planned, DeliveryOutcome.failed("too many deliveries wait"));
            } else if (fault.delay().isZero()) {
                sendInGroup(planned);
            } else {
                delayed.add(new Delayed(account.now().plus(fault.delay()), planned));
            }
        }
    }

    /** Sends what has become due. */
    void settle() {
        Instant now = account.now();
        for (Iterator<Delayed> candidates = delayed.iterator(); candidates.hasNext(); ) {
            Delayed candidate = candidates.next();
            if (!candidate.due().isAfter(now)) {
                candidates.remove();
                sendInGroup(candidate.delivery());
            }
        }
    }

    /** Whether all has ended but what is not due; what waited for a whole group no longer does. */
    public boolean isQuiet() {
        sendGroup(1);
        return busy == 0 && waiting.isEmpty();
    }

    /** How many are neither ended nor delayed. */
    public int pending() {
        return busy + waiting.size() + group.size();
    }

    public List<SandboxDelivery> ended() {
        return List.copyOf(ended);
    }

    public int endedCount() {
        return endedCount;
    }

    public void forgetEnded() {
        ended.clear();
        endedCount = 0;
    }

    /** Breaks off everything and goes back to the settings of the start. */
    void clear() {
        DeliverySender old = sender;
        sender = new DeliverySender();
        breakOff(old);
        faults.clear();
        settings = DeliverySettings.DEFAULT;
        forgetEnded();
    }

    /**
     * Breaks off everything for good; what has ended stays to be read.
     *
     * @return whose threads are about to end
     */
    public DeliverySender close() {
        closed = true;
        breakOff(sender);
        return sender;
    }

    /** Its deliveries are of no interest any more, so they are not told as ended. */
    private void breakOff(DeliverySender old) {
        busy = 0;
        delayed.clear();
        group.clear();
        waiting.clear();
        old.close();
        account.changed();
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
                reply -> account.run(() -> {
                    if (current == sender && !closed) {
                        busy--;
                        end(delivery, reply);
                        sendWaiting();
                        if (busy == 0) {
                            account.changed();
                        }
                    }
                }));
    }

    private void end(DeliveryAttempt delivery, DeliveryOutcome end) {
        SandboxDelivery result = delivery.ended(end, account.now());
        if (ended.size() == HISTORY) {
            ended.removeFirst();
        }
        ended.addLast(result);
        endedCount++;
        record.accept(delivery, end);
        if (!result.succeeded() && delivery.attempt() <= settings.retries()) {
            waiting.addLast(delivery.again());
        }
    }

    private record Delayed(Instant due, DeliveryAttempt delivery) {}
}
