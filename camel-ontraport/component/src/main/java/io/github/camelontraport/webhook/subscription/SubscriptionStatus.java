package io.github.camelontraport.webhook.subscription;

import java.util.Optional;
import java.util.Set;

/**
 * The state of an endpoint's subscription.
 *
 * @param id        id of the subscription; 0 while there is none
 * @param formerIds ids of the subscriptions that this one has replaced since the start; deliveries of those may have
 *                  been missed, too
 * @param origin    the origin of the subscription at the last check
 * @param problem   why there is no subscription; {@code null} when there is one. Holds no secret.
 * @param last      the last delivery at the last check; empty when none is known
 */
public record SubscriptionStatus(
        Phase phase, long id, Set<Long> formerIds, Origin origin, String problem, Optional<LastDelivery> last) {

    /** What the endpoint is doing about the subscription. */
    public enum Phase {
        /** Nothing: the route is stopped, or webhookAutoRegister is off. */
        INACTIVE,
        /** Finding or creating it for the first time. */
        STARTING,
        /** Checking periodically that it exists. */
        ACTIVE,
        /** Trying again after a failure. */
        FAILED
    }

    /** Where the subscription comes from. */
    public enum Origin {
        /** It existed, or it has replaced one that existed. */
        FOUND,
        /** This endpoint has created it as the first one; nothing can have been missed before. */
        CREATED,
        /** Created again, because somebody had removed the former one; in between nothing was delivered. */
        RECREATED
    }

    static SubscriptionStatus of(Phase phase) {
        return new SubscriptionStatus(phase, 0, Set.of(), Origin.FOUND, null, Optional.empty());
    }

    SubscriptionStatus failed(String why) {
        return new SubscriptionStatus(Phase.FAILED, id, formerIds, Origin.FOUND, why, last);
    }

    SubscriptionStatus withFormerIds(Set<Long> ids) {
        return new SubscriptionStatus(phase, id, Set.copyOf(ids), origin, problem, last);
    }
}
