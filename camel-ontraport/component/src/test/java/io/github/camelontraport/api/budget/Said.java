package io.github.camelontraport.api.budget;

import java.time.Duration;
import java.util.OptionalInt;

/** What replies say about the limit. */
final class Said {

    static final RateHeaders NOTHING = pause(Duration.ofMinutes(1));

    private Said() {
    }

    static RateHeaders pause(Duration reset) {
        return new RateHeaders(OptionalInt.empty(), OptionalInt.empty(), reset);
    }

    static RateHeaders remaining(int limit, int remaining) {
        return new RateHeaders(OptionalInt.of(limit), OptionalInt.of(remaining), Duration.ofMinutes(1));
    }
}
