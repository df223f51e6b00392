package io.github.camelontraport.account;

import io.github.camelontraport.api.ApiHealth;
import io.github.camelontraport.api.Credentials;
import io.github.camelontraport.api.ratelimit.RateLimiter;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.batch.RequestBatcher;
import io.github.camelontraport.value.ObjectMetadataCache;
import java.util.HashMap;
import java.util.Map;

/**
 * What the endpoints of one account share.
 *
 * @param number tells it from others where it is shown, as the app id is secret: 1 for the first that was used
 * @param host   of its base URL
 */
public record AccountContext(
        int number,
        String host,
        RateLimiter budget,
        ObjectMetadataCache metadata,
        RequestBatcher<OperationResult> joiner,
        RequestCounters counts,
        Map<Credentials, ApiHealth> pulses) {

    AccountContext(
            int number,
            String host,
            RateLimiter budget,
            ObjectMetadataCache metadata,
            RequestBatcher<OperationResult> joiner,
            RequestCounters counts) {
        this(number, host, budget, metadata, joiner, counts, new HashMap<>());
    }

    @Override
    public String toString() {
        return "account " + number + " at " + host;
    }
}
