package io.github.camelontraport.api;

import static io.github.camelontraport.api.http.ScriptedTransport.fails;
import static io.github.camelontraport.api.http.ScriptedTransport.status;
import static io.github.camelontraport.api.http.ScriptedTransport.throttled;
import static io.github.camelontraport.api.http.ScriptedTransport.throwing;

import io.github.camelontraport.api.http.InvalidRequestException;
import io.github.camelontraport.api.http.NotSentException;
import io.github.camelontraport.api.http.ResponseTimeoutException;
import io.github.camelontraport.api.http.ScriptedTransport.Line;
import io.github.camelontraport.api.http.TooLargeResponses;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Everything that a request can meet. */
enum ScriptedFault {
    REFUSED(fails(notSent("refused", true))),
    REFUSED_WRAPPED(fails(new CompletionException(new CompletionException(notSent("refused", true))))),
    CONNECT_TIMEOUT(fails(notSent("no route", true))),
    UNTRUSTED(fails(notSent("bad certificate", false))),
    TIMEOUT(fails(new ResponseTimeoutException("request timed out"))),
    LOST(fails(new IOException("reset"))),
    LOST_SILENTLY(fails(new IOException())),
    S500(status(500, "Internal\n error")),
    S503(status(503, "")),
    S429(throttled("60")),
    S400(status(400, "Missing id")),
    S422(status(422, "Invalid e-mail")),
    S401(status(401, "Your App ID and API Key do not authenticate.")),
    S403(status(403, "Not Authorized")),
    S404(status(404, "Object not found")),
    S409(status(409, "Conflict")),
    S302(status(302, "Moved")),
    CODE_1(status(200, "{\"code\":1,\"message\":\"No.\"}")),
    CUT_IN_NAME(status(200, "{\"code\":0,\"da")),
    CUT_AT_BRACE(status(200, "{\"code\":0,\"data\":{\"id\":\"1\"}")),
    BROKEN_JSON(status(200, "{\"code\":0,,\"data\":[]}")),
    HTML(status(200, "<html>")),
    TOO_LARGE(fails(TooLargeResponses.than(9))),
    THROWS(throwing(new IllegalStateException("odd"))),
    BREAKS(fails(new IllegalStateException("odd"))),
    UNSENDABLE(fails(new InvalidRequestException())),
    NOTHING(call -> CompletableFuture.completedFuture(null));

    final Line line;

    ScriptedFault(Line line) {
        this.line = line;
    }

    private static NotSentException notSent(String why, boolean transientFault) {
        return new NotSentException(why, transientFault, null);
    }
}
