package io.github.camelontraport.webhook.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a subscription's last delivery, as the account tells it.
 *
 * @param code the HTTP status of the answer; 0 for none
 */
public record LastDelivery(Instant at, int code) {

    private static final Set<Integer> OURS = Set.of(400, 403, 413, 415, 500, 503);

    /** Empty when there was none yet. */
    static Optional<LastDelivery> of(JsonNode subscription) {
        long seconds = subscription.path("last_hook").asLong(0);
        return seconds <= 0
                ? Optional.empty()
                : Optional.of(new LastDelivery(
                        Instant.ofEpochSecond(seconds),
                        subscription.path("last_code").asInt(0)));
    }

    boolean isTaken() {
        return code >= 200 && code < 300;
    }

    /** Where to look for the reason that it was not taken. */
    String reason() {
        if (code == 0) {
            return "got no answer: is the URL right, and does it lead here from the Internet?";
        }
        return "was answered with " + code
                + (OURS.contains(code)
                        ? ": by this application, whose log has the reason, or by what stands before it"
                        : ", which is not of this application: does what stands before it pass POST requests on to webhookPath?");
    }
}
