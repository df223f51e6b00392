package io.github.camelontraport.sandbox;

import io.github.camelontraport.sandbox.fault.FaultPlan;
import io.github.camelontraport.sandbox.fault.FaultSchedule;
import io.github.camelontraport.sandbox.fault.RequestFault;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.AccountRequest;
import java.time.Duration;
import java.util.Objects;

/**
 * Selects coming requests and plans a fault for them. A request meets at most one fault: of those that fit, the one that was
 * planned first. Faults come before the check of the credentials. Immutable, thread-safe.
 *
 * <pre>{@code
 * sandbox.faults().on("POST", "/objects").times(2).status(503, "Service unavailable");
 * }</pre>
 */
public class SandboxFaultScope {

    private static final String COUNTED = "requests";

    private final FaultPlan<AccountRequest, RequestFault> plan;
    private final String method;
    private final String pathPrefix;
    private final FaultSchedule schedule;

    SandboxFaultScope(
            FaultPlan<AccountRequest, RequestFault> plan, String method, String pathPrefix, FaultSchedule schedule) {
        this.plan = plan;
        this.method = method;
        this.pathPrefix = pathPrefix;
        this.schedule = schedule;
    }

    /**
     * Only requests of that method and path.
     *
     * @param httpMethod null is any
     * @param path without the leading {@code /1}; whole segments from the start, so that {@code /objects} is also for
     *        {@code /objects/tag} but not for {@code /object}; null is any
     */
    public final SandboxFaultScope on(String httpMethod, String path) {
        return new SandboxFaultScope(plan, httpMethod, path, schedule);
    }

    /**
     * Lets so many of the requests that fit pass first, whatever other fault they meet.
     *
     * @throws IllegalArgumentException when the number is negative
     */
    public final SandboxFaultScope skip(int requests) {
        return among(schedule.skip(requests, COUNTED));
    }

    /**
     * The next requests that fit, instead of only the next one.
     *
     * @throws IllegalArgumentException when the number is not positive
     */
    public final SandboxFaultScope times(int requests) {
        return among(schedule.times(requests, COUNTED));
    }

    /** All requests that fit, until the faults are cleared. */
    public final SandboxFaultScope always() {
        return among(schedule.always());
    }

    /** Replies with a status and a text ({@code text/html}), like errors of the API. The request is not executed. */
    public final void status(int status, String textBody) {
        add(RequestFault.reply(AccountReply.text(status, textBody)));
    }

    /** Replies with a status and a body of type JSON, which may be malformed. The request is not executed. */
    public final void json(int status, String jsonBody) {
        add(RequestFault.reply(AccountReply.json(status, jsonBody)));
    }

    /**
     * Closes the connection without a reply. The request is not executed. Some clients, such as {@code java.net.http}, repeat a
     * GET when a reused connection breaks. The repetition counts as another request.
     */
    public final void dropConnectionBeforeCommit() {
        add(RequestFault.of(RequestFault.Kind.DROP_BEFORE_COMMIT));
    }

    /** Executes the request and then closes the connection without a reply, see {@link #dropConnectionBeforeCommit()}. */
    public final void dropConnectionAfterCommit() {
        add(RequestFault.of(RequestFault.Kind.DROP_AFTER_COMMIT));
    }

    /** Executes the request at once and delays the reply, in real time. Other requests are not delayed. */
    public final void delay(Duration duration) {
        add(RequestFault.delay(duration));
    }

    /** Executes the request and replies with the first half of the body, in an otherwise complete HTTP reply. */
    public final void truncateBody() {
        add(RequestFault.of(RequestFault.Kind.TRUNCATE));
    }

    /** Replies with 429 as if the rate limit were used up. The request is not executed. */
    public final void rateLimited(int resetSeconds) {
        add(RequestFault.rateLimited(resetSeconds));
    }

    /**
     * Executes the request and runs code before the reply is sent. The reply shows the account as it was before the code ran.
     * This simulates changes by others between two requests of a client. The code may use the sandbox, also from other threads
     * that it waits for. If it throws, an HTTP client gets status 500, and a caller of {@code answer} gets the exception.
     */
    public final void thenRun(Runnable code) {
        add(RequestFault.afterwards(Objects.requireNonNull(code, "code")));
    }

    private SandboxFaultScope among(FaultSchedule others) {
        return new SandboxFaultScope(plan, method, pathPrefix, others);
    }

    private void add(RequestFault fault) {
        plan.add(target(), this::fits, schedule, fault);
    }

    private String target() {
        if (method == null && pathPrefix == null) {
            return "any request";
        }
        return (method == null ? "any method" : method) + " " + (pathPrefix == null ? "any path" : pathPrefix);
    }

    private boolean fits(AccountRequest request) {
        String path = request.apiPath();
        return (method == null || method.equalsIgnoreCase(request.method()))
                && (pathPrefix == null || path.equals(pathPrefix) || path.startsWith(pathPrefix + "/"));
    }
}
