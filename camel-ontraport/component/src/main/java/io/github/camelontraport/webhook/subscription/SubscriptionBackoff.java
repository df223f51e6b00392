package io.github.camelontraport.webhook.subscription;

import java.time.Duration;

/** How long to wait before the API is asked again after a failure: 5 seconds, then more and more, up to 5 minutes. */
public final class SubscriptionBackoff {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private SubscriptionBackoff() {}

    /** @param failures those in a row before this one */
    public static Duration pause(int failures) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failures, 10));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
