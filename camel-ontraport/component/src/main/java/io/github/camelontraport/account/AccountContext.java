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
 * @param number identifies the account in logs, meters and consoles, as its app id is secret: 1 for the first that was used
 * @param host   of its base URL
 * @param health by credentials, as each key of an account has its own permissions
 */
public record AccountContext(
        int number,
        String host,
        RateLimiter rateLimiter,
        ObjectMetadataCache metadata,
        RequestBatcher<OperationResult> batcher,
        RequestCounters counters,
        RowCounters rows,
        Map<Credentials, ApiHealth> health) {

    AccountContext(
            int number,
            String host,
            RateLimiter rateLimiter,
            ObjectMetadataCache metadata,
            RequestBatcher<OperationResult> batcher,
            RequestCounters counters) {
        this(number, host, rateLimiter, metadata, batcher, counters, new RowCounters(), new HashMap<>());
    }

    @Override
    public String toString() {
        return "account " + number + " at " + host;
    }
}
