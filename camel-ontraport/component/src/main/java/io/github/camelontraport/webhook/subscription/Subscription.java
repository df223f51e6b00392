package io.github.camelontraport.webhook.subscription;

import io.github.camelontraport.webhook.VerifyToken;
import java.util.Optional;

/**
 * A subscription as the account has it.
 *
 * @param url     with its token, if any
 * @param event   such as sub_tag(6)
 * @param current whether it is what the endpoint wants: its token and its format
 * @param last    empty when nothing was delivered yet
 */
record Subscription(long id, String url, String event, boolean current, Optional<LastDelivery> last) {

    @Override
    public String toString() {
        return "subscription " + id + " of " + event + " at " + VerifyToken.without(url);
    }
}
