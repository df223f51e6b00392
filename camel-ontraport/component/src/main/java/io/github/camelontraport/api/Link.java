package io.github.camelontraport.api;

import io.github.camelontraport.api.budget.Budget;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.time.Timing;

/** What the calls of one client have in common. */
record Link(Transport transport, Budget budget, Timing timing, ServerClock serverClock, CallListener listener) {
}
