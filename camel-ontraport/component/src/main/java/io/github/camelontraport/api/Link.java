package io.github.camelontraport.api;

import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.ratelimit.RateLimiter;
import io.github.camelontraport.api.time.TimeSource;

/** What the calls of one client have in common. */
record Link(
        Transport transport, RateLimiter budget, TimeSource timing, ServerClock serverClock, CallListener listener) {}
