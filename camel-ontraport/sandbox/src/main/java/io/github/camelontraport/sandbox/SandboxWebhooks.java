package io.github.camelontraport.sandbox;

import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.fault.FaultTurns;
import io.github.camelontraport.sandbox.webhook.DeliveryAttempt;
import io.github.camelontraport.sandbox.webhook.DeliveryQueue;
import io.github.camelontraport.sandbox.webhook.DeliverySettings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Webhook deliveries of the account. What happens in the account, through the API or past it, is posted over HTTP to every
 * matching subscription, after the call that made it happen and without holding it up. Faults are for the coming deliveries,
 * by default for the next one. Thread-safe.
 */
public final class SandboxWebhooks extends SandboxWebhookScope {

    private final AccountState account;
    private final DeliveryQueue queue;

    SandboxWebhooks(AccountState account) {
        super(account.webhooks().queue().faults(), null, FaultTurns.NEXT);
        this.account = account;
        this.queue = account.webhooks().queue();
    }

    /** How deliveries of events from now on are written; default {@link WebhookEncoding#JSON}. */
    public SandboxWebhooks encoding(WebhookEncoding encoding) {
        Objects.requireNonNull(encoding, "encoding");
        return set(settings -> settings.encoding(encoding));
    }

    /**
     * How many deliveries are under way at once, at most; default 4. Only with 1 do they arrive in the order of the events.
     *
     * @throws IllegalArgumentException when the number is not positive
     */
    public SandboxWebhooks connections(int connections) {
        atLeast(1, connections, "connections");
        return set(settings -> settings.connections(connections));
    }

    /**
     * How long a delivery waits for the whole reply before it counts as failed, in real time; default 10 seconds.
     *
     * @throws IllegalArgumentException when the time is not positive
     */
    public SandboxWebhooks timeout(Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("Not a time to wait: " + timeout);
        }
        return set(settings -> settings.timeout(timeout));
    }

    /**
     * How often a delivery is tried again while it gets no reply or one with a status that is not 2xx; default 0, as it is
     * not known that Ontraport does. It is tried again behind all those that wait.
     *
     * @throws IllegalArgumentException when the number is negative
     */
    public SandboxWebhooks retries(int retries) {
        atLeast(0, retries, "retries");
        return set(settings -> settings.retries(retries));
    }

    /**
     * Gathers so many deliveries and then starts them newest first; default 1, in order. What is left over goes out with
     * {@link #awaitQuiet}.
     *
     * @throws IllegalArgumentException when the number is not positive
     */
    public SandboxWebhooks reorder(int groupSize) {
        atLeast(1, groupSize, "deliveries");
        return set(settings -> settings.groupSize(groupSize));
    }

    /**
     * Posts any text to any URL, like a delivery in every respect but that it belongs to no subscription, and so is not in
     * the webhook log. It returns at once.
     */
    public void deliver(String url, String contentType, String payload) {
        DeliveryAttempt delivery = new DeliveryAttempt(
                0,
                "",
                Objects.requireNonNull(url, "url"),
                Objects.requireNonNull(contentType, "contentType"),
                Objects.requireNonNull(payload, "payload"));
        account.run(() -> queue.add(delivery));
    }

    /** The latest attempts that have ended, up to 20,000, in the order they did. */
    public List<SandboxDelivery> deliveries() {
        return account.locked(queue::ended);
    }

    /** How many attempts have ended, including those no longer in {@link #deliveries}. */
    public int deliveryCount() {
        return account.locked(queue::endedCount);
    }

    public void forgetDeliveries() {
        account.run(queue::forgetEnded);
    }

    /**
     * Waits until all deliveries have ended, retries included. Those held back by a delay that is not over do not count.
     *
     * @param timeout in real time
     * @throws IllegalStateException when there are some left after the timeout, or the thread is interrupted
     */
    public void awaitQuiet(Duration timeout) {
        if (!account.await(queue::isQuiet, timeout)) {
            throw new IllegalStateException(
                    account.locked(queue::pending) + " deliveries have not ended after " + timeout);
        }
    }

    /** Takes back the faults that have not happened yet; settings stay, and so do deliveries that wait. */
    public void clear() {
        queue.faults().clear();
    }

    private SandboxWebhooks set(UnaryOperator<DeliverySettings> change) {
        account.run(() -> queue.settings(change.apply(queue.settings())));
        return this;
    }

    private static void atLeast(int least, int number, String counted) {
        if (number < least) {
            throw new IllegalArgumentException("Not a number of " + counted + ": " + number);
        }
    }
}
