package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.RateWindow;
import io.github.camelontraport.sandbox.fault.RequestFault;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The way of every request: faults, credentials, rate limit, the call itself, the log. */
public final class RequestGateway {

    /** What the refusal of a request begins with that nothing else has refused. */
    public static final String SENSELESS = "The sandbox can make nothing of this request: ";

    private static final ApiReplyText UNAUTHORIZED =
            ApiReplyText.text(401, "Your App ID and API Key do not authenticate.");

    private final AccountState account;
    private final Router router;
    private final AccountCredentials credentials;
    private final RateWindow rateLimit;
    private final RequestLog log;

    public RequestGateway(AccountState account, AccountCredentials credentials, RateWindow rateLimit, RequestLog log) {
        this.account = account;
        this.router = new Router(account);
        this.credentials = credentials;
        this.rateLimit = rateLimit;
        this.log = log;
    }

    /** Decides and carries out; delays and broken connections are left to the caller, who does not hold the account's lock. */
    public WireOutcome handle(ApiCall call) {
        WireOutcome outcome = account.locked(() -> {
            WireOutcome decided = outcome(call, account.switches().take(call));
            log.add(call, decided.reply() == null ? 0 : decided.reply().status());
            return decided;
        });
        // Not under the lock, as the code may wait for threads that use the account.
        outcome.afterwards().run();
        return outcome;
    }

    private WireOutcome outcome(ApiCall call, RequestFault fault) {
        if (fault.kind() == RequestFault.Kind.DROP_BEFORE_COMMIT) {
            return WireOutcome.dropped();
        }
        ApiReplyText reply = fault.kind() == RequestFault.Kind.REPLY ? stage(fault) : reply(call);
        if (fault.kind() == RequestFault.Kind.DROP_AFTER_COMMIT) {
            return WireOutcome.dropped();
        }
        ApiReplyText sent = fault.kind() == RequestFault.Kind.TRUNCATE ? reply.cutInHalf() : reply;
        return new WireOutcome(sent, headers(fault, sent), fault.delay(), fault.afterwards());
    }

    /** A staged answer is an answer of the account, so it uses up the limit unless it pretends that there is none left. */
    private ApiReplyText stage(RequestFault fault) {
        if (fault.resetSeconds() == null) {
            rateLimit.admit(account.now());
        }
        return fault.reply();
    }

    private ApiReplyText reply(ApiCall call) {
        if (!credentials.admit(call)) {
            return UNAUTHORIZED;
        }
        if (!rateLimit.admit(account.now())) {
            return RateWindow.REFUSAL;
        }
        try {
            if (!call.belowBase()) {
                throw ErrorReply.noSuchPath();
            }
            return router.route(call.method(), call.apiPath(), CallParser.of(call));
        } catch (ErrorReply e) {
            return ApiReplyText.text(e.status(), e.getMessage());
        } catch (RuntimeException e) {
            // Values that nobody thought of: the client is to blame, and must not see the error page of the server
            // below.
            return ApiReplyText.text(400, SENSELESS + e);
        }
    }

    private Map<String, String> headers(RequestFault fault, ApiReplyText reply) {
        Instant now = account.now();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", reply.contentType());
        if (!account.switches().omitsDateHeader()) {
            headers.put("Date", DateHeader.of(now));
        }
        if (!account.switches().omitsRateHeaders()) {
            RateReplyHeaders rate = rateLimit.headers(now);
            headers.putAll((fault.resetSeconds() == null ? rate : rate.usedUp(fault.resetSeconds())).asMap());
        }
        return headers;
    }
}
