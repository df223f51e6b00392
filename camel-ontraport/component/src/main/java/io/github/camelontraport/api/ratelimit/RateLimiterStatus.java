package io.github.camelontraport.api.ratelimit;

import java.time.Duration;

/**
 * What an account's budget looks like at one moment.
 *
 * @param limit     requests a minute that are in force now: what was configured, or less when the server says so
 * @param remaining requests that are left in this minute; 0 during a pause. After HTTP 429 they start one after the
 *                  other, so that not all of them can start now
 * @param waiting   calls that wait for their turn
 * @param pausedFor what is left of the pause that HTTP 429 asked for; zero when there is none
 */
public record RateLimiterStatus(int limit, int remaining, int waiting, Duration pausedFor) {}
