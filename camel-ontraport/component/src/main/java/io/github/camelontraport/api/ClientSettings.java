package io.github.camelontraport.api;

import java.net.URI;
import java.time.Duration;

/**
 * The settings of a client.
 *
 * @param baseUrl          URL of the API with its version, without a trailing slash
 * @param requestTimeout   longest time from sending a request to its whole response
 * @param rateLimitTimeout longest time a call waits for permits, all its retries together
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
