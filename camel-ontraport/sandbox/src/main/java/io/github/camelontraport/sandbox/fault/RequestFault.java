package io.github.camelontraport.sandbox.fault;

import io.github.camelontraport.sandbox.account.RateWindow;
import io.github.camelontraport.sandbox.server.ApiReplyText;
import java.time.Duration;

/**
 * What goes wrong with one request, or happens to the account right after it.
 *
 * @param reply sent instead of carrying out the call, or null
 * @param resetSeconds time until the limit lifts that a refusal announces, or null when the reply is no such refusal
 * @param delay how long the reply is held back
 * @param afterwards runs between the request and its reply
 */
public record RequestFault(Kind kind, ApiReplyText reply, Integer resetSeconds, Duration delay, Runnable afterwards) {

    public static final Runnable NOTHING = () -> {};

    public static final RequestFault NONE = of(Kind.NONE);

    public enum Kind {
        NONE,
        REPLY,
        DROP_BEFORE_COMMIT,
        DROP_AFTER_COMMIT,
        TRUNCATE
    }

    public static RequestFault of(Kind kind) {
        return new RequestFault(kind, null, null, Duration.ZERO, NOTHING);
    }

    public static RequestFault reply(ApiReplyText reply) {
        return new RequestFault(Kind.REPLY, reply, null, Duration.ZERO, NOTHING);
    }

    public static RequestFault rateLimited(int resetSeconds) {
        return new RequestFault(Kind.REPLY, RateWindow.REFUSAL, resetSeconds, Duration.ZERO, NOTHING);
    }

    public static RequestFault delay(Duration delay) {
        return new RequestFault(Kind.NONE, null, null, delay, NOTHING);
    }

    public static RequestFault afterwards(Runnable code) {
        return new RequestFault(Kind.NONE, null, null, Duration.ZERO, code);
    }
}
