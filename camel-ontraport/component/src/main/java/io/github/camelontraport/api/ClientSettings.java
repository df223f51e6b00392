package io.github.camelontraport.api;

import java.net.URI;
import java.time.Duration;

/**
 * What a client is set to.
 *
 * @param baseUrl          where the API is, version included, without a slash at its end
 * @param requestTimeout   longest time from sending a request to its whole reply
 * @param rateLimitTimeout longest time a call waits for its turn, all its repeats together
 */
public record ClientSettings(
        URI baseUrl, Credentials credentials, Duration requestTimeout, Duration rateLimitTimeout, RetryPolicy retry) {

    ClientSettings withoutRetries() {
        return new ClientSettings(
                baseUrl,
                credentials,
                requestTimeout,
                rateLimitTimeout,
                new RetryPolicy(0, retry.delay(), retry.maxDelay(), retry.jitter()));
    }
}
