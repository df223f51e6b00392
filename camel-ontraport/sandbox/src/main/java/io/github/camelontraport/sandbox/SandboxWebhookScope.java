package io.github.camelontraport.sandbox;

import io.github.camelontraport.sandbox.fault.DeliveryFault;
import io.github.camelontraport.sandbox.fault.FaultPlan;
import io.github.camelontraport.sandbox.fault.FaultSchedule;
import java.time.Duration;

/**
 * Selects coming webhook deliveries and plans a fault for them. A delivery meets at most one fault: of those that fit, the
 * one that was planned first. Immutable, thread-safe.
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
    private final FaultSchedule schedule;

    SandboxWebhookScope(FaultPlan<String, DeliveryFault> plan, String event, FaultSchedule schedule) {
        this.plan = plan;
        this.event = event;
        this.schedule = schedule;
    }

    /** Only deliveries of that event, named as in subscriptions: {@code sub_tag(6)}. Null is any event. */
    public final SandboxWebhookScope on(String subscribedEvent) {
        return new SandboxWebhookScope(plan, subscribedEvent, schedule);
    }

    /**
     * Lets so many of the deliveries that fit pass first, whatever other fault they meet.
     *
     * @throws IllegalArgumentException when the number is negative
     */
    public final SandboxWebhookScope skip(int deliveries) {
        return among(schedule.skip(deliveries, COUNTED));
    }

    /**
     * The next deliveries that fit, instead of only the next one.
     *
     * @throws IllegalArgumentException when the number is not positive
     */
    public final SandboxWebhookScope times(int deliveries) {
        return among(schedule.times(deliveries, COUNTED));
    }

    /**
     * One in so many of the deliveries that fit, until the faults are cleared: with 3 the third, the sixth and so on.
     *
     * @throws IllegalArgumentException when the number is not positive
     */
    public final SandboxWebhookScope every(int deliveries) {
        return among(schedule.every(deliveries, COUNTED));
    }

    /** All deliveries that fit, until the faults are cleared. */
    public final SandboxWebhookScope always() {
        return among(schedule.always());
    }

    /** The delivery does not arrive and is a failure in the webhook log. A retry arrives. */
    public final void drop() {
        plan.add(target(), this::fits, schedule, DeliveryFault.LOST);
    }

    /** The delivery is made twice, the second one right after the first or at the same time. */
    public final void repeat() {
        plan.add(target(), this::fits, schedule, DeliveryFault.REPEATED);
    }

    /**
     * The delivery is delayed by the sandbox clock. It is sent at the first use of the account after the delay, such as
     * {@link SandboxWebhooks#awaitQuiet}.
     */
    public final void delay(Duration delay) {
        plan.add(target(), this::fits, schedule, DeliveryFault.delayed(delay));
    }

    private SandboxWebhookScope among(FaultSchedule others) {
        return new SandboxWebhookScope(plan, event, others);
    }

    private String target() {
        return event == null ? "any delivery" : event;
    }

    private boolean fits(String happened) {
        return event == null || event.equals(happened);
    }
}
