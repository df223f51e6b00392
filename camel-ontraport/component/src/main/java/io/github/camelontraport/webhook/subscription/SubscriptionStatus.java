package io.github.camelontraport.webhook.subscription;

import java.util.Optional;
import java.util.Set;

/**
 * How it stands with an endpoint's subscription.
 *
 * @param id      0 while there is none
 * @param former  ids of those that were in its place since the start, by which deliveries were missed as well
 * @param origin  where it came from when it was last looked after
 * @param problem what keeps it from being there; {@code null} for nothing. Holds no secret.
 * @param last    what became of its last delivery, as of the last look; empty when none is known
 */
public record SubscriptionStatus(
        Phase phase, long id, Set<Long> former, Origin origin, String problem, Optional<LastDelivery> last) {

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

    /** How it came to be there. */
    public enum Origin {
        /** It was there, or has replaced others that were. */
        FOUND,
        /** This endpoint has made it as the first, so that nothing was to be missed before. */
        MADE,
        /** Made again, as somebody had removed the one that was there; meanwhile nothing was delivered. */
        REMADE
    }

    /** The same, not to be had at the moment. */
    SubscriptionStatus failed(String why) {
        return new SubscriptionStatus(Phase.FAILED, id, former, Origin.FOUND, why, last);
    }

    static SubscriptionStatus of(Phase phase) {
        return new SubscriptionStatus(phase, 0, Set.of(), Origin.FOUND, null, Optional.empty());
    }
}
