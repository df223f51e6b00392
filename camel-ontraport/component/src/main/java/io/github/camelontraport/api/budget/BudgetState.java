package io.github.camelontraport.api.budget;

import java.time.Duration;

/**
 * What an account's budget looks like at one moment.
 *
 * @param limit     requests a minute that are in force now: what was configured, or less when the server says so
 * @param remaining requests that could start now; 0 during a pause
 * @param waiting   calls that wait for their turn
 * @param pausedFor what is left of the pause that HTTP 429 asked for; zero when there is none
 */
public record BudgetState(int limit, int remaining, int waiting, Duration pausedFor) {
}
