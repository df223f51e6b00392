package io.github.camelontraport.sandbox;

import io.github.camelontraport.sandbox.fault.DeliveryFault;
import io.github.camelontraport.sandbox.fault.FaultPlan;
import io.github.camelontraport.sandbox.fault.FaultTurns;
import java.time.Duration;

/**
 * Which of the coming webhook deliveries something goes wrong with, and what. Every delivery meets at most one fault, the
 * one asked for first among those that fit. Immutable, thread-safe.
 *
 * <pre>{@code
 * sandbox.webhooks().every(100).drop();
 * sandbox.webhooks().skip(50).every(100).repeat();
 * }</pre>
 */
public class SandboxWebhookScope {

    private static final String COUNTED = "deliveries";

    private final FaultPlan<String, DeliveryFault> plan;
    private final String event;
    private final FaultTurns turns;

    SandboxWebhookScope(FaultPlan<String, DeliveryFault> plan, String event, FaultTurns turns) {
        this.plan = plan;
        this.event = event;
        this.turns = turns;
    }

    /** Only deliveries of that event, as subscriptions name it: {@code sub_tag(6)}; null is any. */
    public final SandboxWebhookScope on(String subscribedEvent) {
        return new SandboxWebhookScope(plan, subscribedEvent, turns);
    }

    /**
     * Lets so many of the deliveries that fit pass first, whatever other fault they meet.
     *
     * @throws IllegalArgumentException when the number is negative
     */
    public final SandboxWebhookScope skip(int deliveries) {
        return among(turns.skip(deliveries, COUNTED));
    }

    /**
     * The next deliveries that fit, instead of only the next one.
     *
     * @throws IllegalArgumentException when the number is not positive
     */
    public final SandboxWebhookScope times(int deliveries) {
        return among(turns.times(deliveries, COUNTED));
    }

    /**
     * One in so many of the deliveries that fit, until the faults are cleared: with 3 the third, the sixth and so on.
     *
     * @throws IllegalArgumentException when the number is not positive
     */
    public final SandboxWebhookScope every(int deliveries) {
        return among(turns.every(deliveries, COUNTED));
    }

    /** All deliveries that fit, until the faults are cleared. */
    public final SandboxWebhookScope always() {
        return among(turns.always());
    }

    /** The delivery does not arrive, and stands in the webhook log as a failure. A retry arrives. */
    public final void drop() {
        plan.add(this::fits, turns, DeliveryFault.LOST);
    }

    /** The delivery is made twice, the second one right after the first or at the same time. */
    public final void repeat() {
        plan.add(this::fits, turns, DeliveryFault.REPEATED);
    }

    /**
     * The delivery is held back for so long by the sandbox clock. It goes out with the next use of the account after that,
     * of whatever kind; {@link SandboxWebhooks#awaitQuiet} is one.
     */
    public final void delay(Duration delay) {
        plan.add(this::fits, turns, DeliveryFault.delayed(delay));
    }

    private SandboxWebhookScope among(FaultTurns others) {
        return new SandboxWebhookScope(plan, event, others);
    }

    private boolean fits(String happened) {
        return event == null || event.equals(happened);
    }
}
