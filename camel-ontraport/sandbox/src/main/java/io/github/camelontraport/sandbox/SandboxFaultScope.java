package io.github.camelontraport.sandbox;

import io.github.camelontraport.sandbox.fault.FaultPlan;
import io.github.camelontraport.sandbox.fault.FaultTurns;
import io.github.camelontraport.sandbox.fault.RequestFault;
import io.github.camelontraport.sandbox.server.ApiCall;
import io.github.camelontraport.sandbox.server.ApiReplyText;
import java.time.Duration;
import java.util.Objects;

/**
 * Which of the coming requests a fault is for, and the choice of the fault. Every request meets at most one fault, the one
 * asked for first among those that fit; faults come before the check of the credentials. Immutable, thread-safe.
 *
 * <pre>{@code
 * sandbox.faults().on("POST", "/objects").times(2).status(503, "Service unavailable");
 * }</pre>
 */
public class SandboxFaultScope {

    private static final String COUNTED = "requests";

    private final FaultPlan<ApiCall, RequestFault> plan;
    private final String method;
    private final String pathPrefix;
    private final FaultTurns turns;

    SandboxFaultScope(FaultPlan<ApiCall, RequestFault> plan, String method, String pathPrefix, FaultTurns turns) {
        this.plan = plan;
        this.method = method;
        this.pathPrefix = pathPrefix;
        this.turns = turns;
    }

    /**
     * Only requests of that method and path.
     *
     * @param httpMethod null is any
     * @param path without the leading {@code /1}; whole segments from the start, so that {@code /objects} is also for
     *        {@code /objects/tag} but not for {@code /object}; null is any
     */
    public final SandboxFaultScope on(String httpMethod, String path) {
        return new SandboxFaultScope(plan, httpMethod, path, turns);
    }

    /**
     * Lets so many of the requests that fit pass first, whatever other fault they meet.
     *
     * @throws IllegalArgumentException when the number is negative
     */
    public final SandboxFaultScope skip(int requests) {
        return among(turns.skip(requests, COUNTED));
    }

    /**
     * The next requests that fit, instead of only the next one.
     *
     * @throws IllegalArgumentException when the number is not positive
     */
    public final SandboxFaultScope times(int requests) {
        return among(turns.times(requests, COUNTED));
    }

    /** All requests that fit, until the faults are cleared. */
    public final SandboxFaultScope always() {
        return among(turns.always());
    }

    /** Answers with a status and a text ({@code text/html}), as the API words its errors; nothing is executed. */
    public final void status(int status, String textBody) {
        add(RequestFault.reply(ApiReplyText.text(status, textBody)));
    }

    /** Answers with a status and a body declared to be JSON, which it need not be; nothing is executed. */
    public final void json(int status, String jsonBody) {
        add(RequestFault.reply(ApiReplyText.json(status, jsonBody)));
    }

    /**
     * Closes the connection without a reply; nothing is executed. Some clients, {@code java.net.http} among them, send a GET
     * once more by themselves when a connection they had used before breaks: that is a request of its own here.
     */
    public final void dropConnectionBeforeCommit() {
        add(RequestFault.of(RequestFault.Kind.DROP_BEFORE_COMMIT));
    }

    /** Executes the call and then closes the connection without a reply, see {@link #dropConnectionBeforeCommit()}. */
    public final void dropConnectionAfterCommit() {
        add(RequestFault.of(RequestFault.Kind.DROP_AFTER_COMMIT));
    }

    /** Executes the call at once and holds the reply back for that much real time; other calls are not held up. */
    public final void delay(Duration duration) {
        add(RequestFault.delay(duration));
    }

    /** Executes the call and answers with the first half of the body, in an otherwise complete HTTP reply. */
    public final void truncateBody() {
        add(RequestFault.of(RequestFault.Kind.TRUNCATE));
    }

    /** Refuses the call with 429 as if the limit were used up; nothing is executed. */
    public final void rateLimited(int resetSeconds) {
        add(RequestFault.rateLimited(resetSeconds));
    }

    /**
     * Executes the call and runs code before the reply goes out, which shows the account as it was before the code ran: what
     * others do to the account between two calls of a client. The code may use the sandbox in every way, also from other
     * threads it waits for. When it throws, an HTTP client gets status 500, and a caller of {@code answer} what was thrown.
     */
    public final void thenRun(Runnable code) {
        add(RequestFault.afterwards(Objects.requireNonNull(code, "code")));
    }

    private SandboxFaultScope among(FaultTurns others) {
        return new SandboxFaultScope(plan, method, pathPrefix, others);
    }

    private void add(RequestFault fault) {
        plan.add(this::fits, turns, fault);
    }

    private boolean fits(ApiCall call) {
        String path = call.apiPath();
        return (method == null || method.equalsIgnoreCase(call.method()))
                && (pathPrefix == null || path.equals(pathPrefix) || path.startsWith(pathPrefix + "/"));
    }
}
