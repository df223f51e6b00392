package io.github.camelontraport.webhook.subscription;

import io.github.camelontraport.webhook.VerifyToken;
import java.util.Optional;

/**
 * A subscription in the account.
 *
 * @param url     with its token, if any
 * @param event   such as sub_tag(6)
 * @param current whether token and format are those of the endpoint
 * @param last    empty when nothing has been delivered yet
 */
record Subscription(long id, String url, String event, boolean current, Optional<LastDelivery> last) {

    @Override
    public String toString() {
        return "subscription " + id + " of " + event + " at " + VerifyToken.removeFrom(url);
    }
}
