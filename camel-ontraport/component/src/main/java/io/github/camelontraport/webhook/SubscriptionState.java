package io.github.camelontraport.webhook;

import java.util.Set;

/**
 * How it stands with an endpoint's subscription.
 *
 * @param id      0 while there is none
 * @param former  ids of those that it has replaced since the start, by which deliveries were missed as well
 * @param isNew   whether this endpoint has made it, so that nothing was to be missed before
 * @param problem what keeps it from being there; {@code null} for nothing. Holds no secret.
 */
public record SubscriptionState(Phase phase, long id, Set<Long> former, boolean isNew, String problem) {

    /** Where the endpoint is with it. */
    public enum Phase {
        /** Not looked after: the route is stopped, or webhookAutoRegister is off. */
        UNATTENDED,
        /** Being looked for or made, for the first time. */
        STARTING,
        /** There. */
        KEPT,
        /** Not to be had at the moment; it is tried again. */
        FAILED
    }

    static SubscriptionState of(Phase phase) {
        return new SubscriptionState(phase, 0, Set.of(), false, null);
    }
}
