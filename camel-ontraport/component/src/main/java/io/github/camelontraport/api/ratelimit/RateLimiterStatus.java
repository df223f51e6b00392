package io.github.camelontraport.api.ratelimit;

import java.time.Duration;

/**
 * The state of an account's rate limiter at one moment.
 *
 * @param limit     requests a minute in force: as configured, or less when the server says so
 * @param remaining requests that are left in this minute; 0 during a pause. After HTTP 429 they start one after the
 *                  other, so that not all of them can start now
 * @param waiting   calls that wait for a permit
 * @param pausedFor what is left of the pause after HTTP 429; zero when there is none
 */
public record RateLimiterStatus(int limit, int remaining, int waiting, Duration pausedFor) {}
