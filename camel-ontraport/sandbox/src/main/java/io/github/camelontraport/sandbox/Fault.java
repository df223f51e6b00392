package io.github.camelontraport.sandbox;

import java.time.Duration;

/**
 * What goes wrong with one request, or happens to the account right after it.
 *
 * @param reply sent instead of carrying out the call, or null
 * @param resetSeconds time until the limit lifts that a refusal announces, or null when the reply is no such refusal
 * @param delay how long the reply is held back
 * @param afterwards runs between the request and its reply
 */
record Fault(Kind kind, Reply reply, Integer resetSeconds, Duration delay, Runnable afterwards) {

    static final Runnable NOTHING = () -> { };

    static final Fault NONE = of(Kind.NONE);

    enum Kind {
        NONE, REPLY, DROP_BEFORE_COMMIT, DROP_AFTER_COMMIT, TRUNCATE
    }

    static Fault of(Kind kind) {
        return new Fault(kind, null, null, Duration.ZERO, NOTHING);
    }

    static Fault reply(Reply reply) {
        return new Fault(Kind.REPLY, reply, null, Duration.ZERO, NOTHING);
    }

    static Fault rateLimited(int resetSeconds) {
        return new Fault(Kind.REPLY, RateLimit.REFUSAL, resetSeconds, Duration.ZERO, NOTHING);
    }

    static Fault delay(Duration delay) {
        return new Fault(Kind.NONE, null, null, delay, NOTHING);
    }

    static Fault afterwards(Runnable code) {
        return new Fault(Kind.NONE, null, null, Duration.ZERO, code);
    }
}
