package io.github.camelontraport.sandbox;

import java.time.Duration;

/**
 * What goes wrong with one request.
 *
 * @param reply sent instead of carrying out the call, or null
 * @param resetSeconds time until the limit lifts that a refusal announces, or null when the reply is no such refusal
 * @param delay how long the reply is held back
 */
record Fault(Kind kind, Reply reply, Integer resetSeconds, Duration delay) {

    static final Fault NONE = new Fault(Kind.NONE, null, null, Duration.ZERO);

    enum Kind {
        NONE, REPLY, DROP_BEFORE_COMMIT, DROP_AFTER_COMMIT, TRUNCATE
    }

    static Fault of(Kind kind) {
        return new Fault(kind, null, null, Duration.ZERO);
    }

    static Fault reply(Reply reply) {
        return new Fault(Kind.REPLY, reply, null, Duration.ZERO);
    }

    static Fault rateLimited(int resetSeconds) {
        return new Fault(Kind.REPLY, RateLimit.REFUSAL, resetSeconds, Duration.ZERO);
    }

    static Fault delay(Duration delay) {
        return new Fault(Kind.NONE, null, null, delay);
    }
}
