package io.github.camelontraport.account;

import io.github.camelontraport.api.Credentials;
import java.net.URI;
import java.time.Duration;

/**
 * The account of an endpoint, and how calls to it are repeated.
 *
 * @param baseUrl        where the API is, version included
 * @param requestTimeout longest time from sending a request to its whole reply
 * @param maxRetries     how often a call is sent again
 * @param retryDelay     pause before the first repeat
 * @param maxRetryDelay  longest pause before a repeat
 */
public record AccountSettings(
        URI baseUrl,
        Credentials credentials,
        Duration requestTimeout,
        int maxRetries,
        Duration retryDelay,
        Duration maxRetryDelay) {}
