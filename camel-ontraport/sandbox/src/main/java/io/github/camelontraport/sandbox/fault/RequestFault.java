package io.github.camelontraport.sandbox.fault;

import io.github.camelontraport.sandbox.protocol.AccountReply;
import java.time.Duration;

/**
 * A fault of one request, or a change of the account right after it.
 *
 * @param reply replaces the execution of the request, or null
 * @param resetSeconds the {@code X-Rate-Limit-Reset} of a 429, null for other replies
 * @param delay by which the reply is late, in real time
 * @param afterwards runs between the request and its reply
 */
public record RequestFault(Kind kind, AccountReply reply, Integer resetSeconds, Duration delay, Runnable afterwards)
        implements Fault {

    public static final Runnable NOTHING = () -> {};

    public static final RequestFault NONE = of(Kind.NONE);

    public enum Kind {
        NONE,
        REPLY,
        DROP_BEFORE_COMMIT,
        DROP_AFTER_COMMIT,
        TRUNCATE
    }

    @Override
    public String effect() {
        return switch (kind) {
            case NONE ->
                afterwards == NOTHING
                        ? "the reply is late by " + delay.toMillis() + " ms"
                        : "code of a test runs before the reply";
            case REPLY -> "HTTP " + reply.status();
            case DROP_BEFORE_COMMIT -> "not executed, connection dropped";
            case DROP_AFTER_COMMIT -> "executed, connection dropped";
            case TRUNCATE -> "half of the reply";
        };
    }

    public static RequestFault of(Kind kind) {
        return new RequestFault(kind, null, null, Duration.ZERO, NOTHING);
    }

    public static RequestFault reply(AccountReply reply) {
        return new RequestFault(Kind.REPLY, reply, null, Duration.ZERO, NOTHING);
    }

    public static RequestFault rateLimited(int resetSeconds) {
        return new RequestFault(Kind.REPLY, AccountReply.RATE_LIMITED, resetSeconds, Duration.ZERO, NOTHING);
    }

    public static RequestFault delay(Duration delay) {
        return new RequestFault(Kind.NONE, null, null, delay, NOTHING);
    }

    public static RequestFault afterwards(Runnable code) {
        return new RequestFault(Kind.NONE, null, null, Duration.ZERO, code);
    }
}
