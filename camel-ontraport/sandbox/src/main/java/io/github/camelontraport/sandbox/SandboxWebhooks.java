package io.github.camelontraport.sandbox;

import io.github.camelontraport.sandbox.account.AccountLock;
import io.github.camelontraport.sandbox.fault.FaultSchedule;
import io.github.camelontraport.sandbox.webhook.DeliveryAttempt;
import io.github.camelontraport.sandbox.webhook.DeliveryQueue;
import io.github.camelontraport.sandbox.webhook.DeliverySettings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Webhook deliveries of the account. Each event in the account, caused through the API or past it, is posted over HTTP to
 * every matching subscription. Deliveries do not delay the request that caused them. A fault is for the next delivery by
 * default. Thread-safe.
 */
public final class SandboxWebhooks extends SandboxWebhookScope {

    private final AccountLock lock;
    private final DeliveryQueue queue;

    SandboxWebhooks(AccountLock lock, DeliveryQueue queue) {
        super(queue.faults(), null, FaultSchedule.NEXT);
        this.lock = lock;
        this.queue = queue;
    }

    /** The encoding of deliveries of coming events. Default {@link WebhookEncoding#JSON}. */
    public SandboxWebhooks encoding(WebhookEncoding encoding) {
        Objects.requireNonNull(encoding, "encoding");
        return set(settings -> settings.encoding(encoding.toPayloadEncoding()));
    }

    /**
     * The maximum number of concurrent deliveries. Default 4. Only with 1 do they arrive in the order of the events.
     *
     * @throws IllegalArgumentException when the number is not positive
     */
    public SandboxWebhooks connections(int connections) {
        atLeast(1, connections, "connections");
        return set(settings -> settings.connections(connections));
    }

    /**
     * The time for a complete reply before a delivery fails, in real time. Default 10 seconds.
     *
     * @throws IllegalArgumentException when the time is not positive
     */
    public SandboxWebhooks timeout(Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("The timeout must be positive, but is " + timeout);
        }
        return set(settings -> settings.timeout(timeout));
    }

    /**
     * How often a delivery is tried again after no reply or a status that is not 2xx. Default 0, as it is unknown whether
     * Ontraport retries. A retry queues behind all waiting deliveries.
     *
     * @throws IllegalArgumentException when the number is negative
     */
    public SandboxWebhooks retries(int retries) {
        atLeast(0, retries, "retries");
        return set(settings -> settings.retries(retries));
    }

    /**
     * Collects so many deliveries and then sends them newest first. Default 1, which keeps the order. An incomplete group is
     * sent by {@link #awaitQuiet}.
     *
     * @throws IllegalArgumentException when the number is not positive
     */
    public SandboxWebhooks reorder(int groupSize) {
        atLeast(1, groupSize, "deliveries");
        return set(settings -> settings.groupSize(groupSize));
    }

    /**
     * Posts any text to any URL like a delivery, but for no subscription and without an entry in the webhook log. Returns at
     * once.
     */
    public void deliver(String url, String contentType, String payload) {
        DeliveryAttempt delivery = new DeliveryAttempt(
                0,
                "",
                Objects.requireNonNull(url, "url"),
                Objects.requireNonNull(contentType, "contentType"),
                Objects.requireNonNull(payload, "payload"));
        lock.run(() -> queue.add(delivery));
    }

    /** The latest ended attempts, up to 20,000, in the order in which they ended. */
    public List<SandboxDelivery> deliveries() {
        return lock.locked(() -> queue.ended().stream().map(SandboxDelivery::of).toList());
    }

    /** The number of ended attempts, including those no longer in {@link #deliveries}. */
    public int deliveryCount() {
        return lock.locked(queue::endedCount);
    }

    public void forgetDeliveries() {
        lock.run(queue::forgetEnded);
    }

    /**
     * Waits until all deliveries have ended, including retries, except those whose delay is not over.
     *
     * @param timeout in real time
     * @throws IllegalStateException when deliveries are left after the timeout, or the thread is interrupted
     */
    public void awaitQuiet(Duration timeout) {
        if (!lock.await(queue::flush, timeout)) {
            throw new IllegalStateException(
                    lock.locked(queue::pending) + " deliveries have not ended after " + timeout);
        }
    }

    /** Removes the planned faults. Settings and waiting deliveries stay. */
    public void clear() {
        queue.faults().clear();
    }

    private SandboxWebhooks set(UnaryOperator<DeliverySettings> change) {
        lock.run(() -> queue.settings(change.apply(queue.settings())));
        return this;
    }

    private static void atLeast(int least, int number, String counted) {
        if (number < least) {
            throw new IllegalArgumentException(
                    "The number of " + counted + " must be at least " + least + ", but is " + number);
        }
    }
}
