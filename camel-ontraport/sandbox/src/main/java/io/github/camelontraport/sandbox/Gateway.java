package io.github.camelontraport.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The way of every request: faults, credentials, rate limit, the call itself, the log. */
final class Gateway {

    /** What the refusal of a request begins with that nothing else has refused. */
    static final String SENSELESS = "The sandbox can make nothing of this request: ";

    private static final Reply UNAUTHORIZED = Reply.text(401, "Your App ID and API Key do not authenticate.");

    private final Account account;
    private final Router router;
    private final Credentials credentials;
    private final RateLimit rateLimit;
    private final RequestLog log;

    Gateway(Account account, Credentials credentials, RateLimit rateLimit, RequestLog log) {
        this.account = account;
        this.router = new Router(account);
        this.credentials = credentials;
        this.rateLimit = rateLimit;
        this.log = log;
    }

    /** Decides and carries out; delays and broken connections are left to the caller, who does not hold the account's lock. */
    Outcome handle(Call call) {
        Outcome outcome = account.locked(() -> {
            Outcome decided = outcome(call, account.switches().take(call));
            log.add(call, decided.reply() == null ? 0 : decided.reply().status());
            return decided;
        });
        // Not under the lock, as the code may wait for threads that use the account.
        outcome.afterwards().run();
        return outcome;
    }

    private Outcome outcome(Call call, Fault fault) {
        if (fault.kind() == Fault.Kind.DROP_BEFORE_COMMIT) {
            return Outcome.dropped();
        }
        Reply reply = fault.kind() == Fault.Kind.REPLY ? stage(fault) : reply(call);
        if (fault.kind() == Fault.Kind.DROP_AFTER_COMMIT) {
            return Outcome.dropped();
        }
        Reply sent = fault.kind() == Fault.Kind.TRUNCATE ? reply.cutInHalf() : reply;
        return new Outcome(sent, headers(fault, sent), fault.delay(), fault.afterwards());
    }

    /** A staged answer is an answer of the account, so it uses up the limit unless it pretends that there is none left. */
    private Reply stage(Fault fault) {
        if (fault.resetSeconds() == null) {
            rateLimit.admit(account.now());
        }
        return fault.reply();
    }

    private Reply reply(Call call) {
        if (!credentials.admit(call)) {
            return UNAUTHORIZED;
        }
        if (!rateLimit.admit(account.now())) {
            return RateLimit.REFUSAL;
        }
        try {
            if (!call.belowBase()) {
                throw ApiException.noSuchPath();
            }
            return router.route(call.method(), call.apiPath(), CallParameters.of(call));
        } catch (ApiException e) {
            return Reply.text(e.status(), e.getMessage());
        } catch (RuntimeException e) {
            // Values that nobody thought of: the client is to blame, and must not see the error page of the server below.
            return Reply.text(400, SENSELESS + e);
        }
    }

    private Map<String, String> headers(Fault fault, Reply reply) {
        Instant now = account.now();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", reply.contentType());
        if (!account.switches().omitsDateHeader()) {
            headers.put("Date", DateHeader.of(now));
        }
        if (!account.switches().omitsRateHeaders()) {
            RateHeaders rate = rateLimit.headers(now);
            headers.putAll((fault.resetSeconds() == null ? rate : rate.usedUp(fault.resetSeconds())).asMap());
        }
        return headers;
    }
}
