package io.github.camelontraport;

import io.github.camelontraport.api.Credentials;
import io.github.camelontraport.api.Pulse;
import io.github.camelontraport.api.budget.Budget;
import io.github.camelontraport.operation.Outcome;
import io.github.camelontraport.operation.join.Joiner;
import io.github.camelontraport.value.Metadata;
import java.util.HashMap;
import java.util.Map;

/**
 * What the endpoints of one account share.
 *
 * @param number tells it from others where it is shown, as the app id is secret: 1 for the first that was used
 * @param host   of its base URL
 */
record Account(
        int number, String host, Budget budget, Metadata metadata, Joiner<Outcome> joiner, CallCounts counts,
        Map<Credentials, Pulse> pulses) {

    Account(int number, String host, Budget budget, Metadata metadata, Joiner<Outcome> joiner, CallCounts counts) {
        this(number, host, budget, metadata, joiner, counts, new HashMap<>());
    }

    @Override
    public String toString() {
        return "account " + number + " at " + host;
    }
}
