package io.github.camelontraport.webhook.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The outcome of a subscription's last delivery, as the account records it.
 *
 * @param code the HTTP status of the answer; 0 for none (no answer)
 */
public record LastDelivery(Instant at, int code) {

    private static final Set<Integer> OWN_CODES = Set.of(400, 403, 413, 415, 500, 503);

    /** Empty when nothing has been delivered yet. */
    static Optional<LastDelivery> of(JsonNode subscription) {
        long seconds = subscription.path("last_hook").asLong(0);
        return seconds <= 0
                ? Optional.empty()
                : Optional.of(new LastDelivery(
                        Instant.ofEpochSecond(seconds),
                        subscription.path("last_code").asInt(0)));
    }

    boolean isSuccess() {
        return code >= 200 && code < 300;
    }

    /** Explains a failure and where to look for its cause. */
    String failureHint() {
        if (code == 0) {
            return "got no answer: is the URL right, and does it lead here from the Internet?";
        }
        return "was answered with " + code
                + (OWN_CODES.contains(code)
                        ? ": by this application, whose log has the reason, or by a proxy in front of it"
                        : ", which this application never sends: does the proxy in front of it pass POST requests on to webhookPath?");
    }
}
