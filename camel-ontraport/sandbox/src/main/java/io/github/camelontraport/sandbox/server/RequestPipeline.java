package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.account.AccountLock;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.fault.FaultPlan;
import io.github.camelontraport.sandbox.fault.RequestFault;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.AccountRequest;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParser;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Processes every request in this order: faults, credentials, rate limit, execution, log. */
public final class RequestPipeline {

    /** Starts the text of a 400 for a request that failed unexpectedly. */
    public static final String UNEXPECTED = "The sandbox cannot process this request: ";

    private static final AccountReply UNAUTHORIZED =
            AccountReply.text(401, "Your App ID and API Key do not authenticate.");

    private final AccountLock lock;
    private final RecordStore records;
    private final FaultPlan<AccountRequest, RequestFault> faults;
    private final Router router;
    private final AccountCredentials credentials;
    private final RateLimitWindow rateLimit;
    private final RequestLog log;

    public RequestPipeline(
            Account account,
            FaultPlan<AccountRequest, RequestFault> faults,
            AccountCredentials credentials,
            RateLimitWindow rateLimit,
            RequestLog log) {
        this.lock = account.lock();
        this.records = account.records();
        this.faults = faults;
        this.router = new Router(account);
        this.credentials = credentials;
        this.rateLimit = rateLimit;
        this.log = log;
    }

    /** Executes the request. The caller applies delays and dropped connections, without the account's lock. */
    public WireOutcome handle(AccountRequest request) {
        WireOutcome outcome = lock.locked(() -> {
            WireOutcome decided = outcome(request, faults.take(request, RequestFault.NONE));
            log.add(
                    records.now(),
                    request,
                    decided.reply() == null ? 0 : decided.reply().status());
            return decided;
        });
        // Without the lock, as the code may wait for threads that use the account.
        outcome.afterwards().run();
        return outcome;
    }

    private WireOutcome outcome(AccountRequest request, RequestFault fault) {
        if (fault.kind() == RequestFault.Kind.DROP_BEFORE_COMMIT) {
            return WireOutcome.dropped();
        }
        AccountReply reply = fault.kind() == RequestFault.Kind.REPLY ? stage(fault) : reply(request);
        if (fault.kind() == RequestFault.Kind.DROP_AFTER_COMMIT) {
            return WireOutcome.dropped();
        }
        AccountReply sent = fault.kind() == RequestFault.Kind.TRUNCATE ? reply.cutInHalf() : reply;
        if (request.isHead()) {
            sent = sent.withoutBody();
        }
        return new WireOutcome(sent, headers(fault, sent), fault.delay(), fault.afterwards());
    }

    /** A staged reply counts against the rate limit, except a staged 429. */
    private AccountReply stage(RequestFault fault) {
        if (fault.resetSeconds() == null) {
            rateLimit.admit(records.now());
        }
        return fault.reply();
    }

    private AccountReply reply(AccountRequest request) {
        if (!credentials.admit(request)) {
            return UNAUTHORIZED;
        }
        if (!rateLimit.admit(records.now())) {
            return AccountReply.RATE_LIMITED;
        }
        try {
            if (!request.belowBase()) {
                throw ApiErrorException.noSuchPath();
            }
            return router.route(
                    request.isHead() ? "GET" : request.method(), request.apiPath(), RequestParser.of(request));
        } catch (ApiErrorException e) {
            return AccountReply.text(e.status(), e.getMessage());
        } catch (RuntimeException e) {
            // An unforeseen value in the request. The client must not get the error page of WireMock.
            return AccountReply.text(400, UNEXPECTED + e);
        }
    }

    private Map<String, String> headers(RequestFault fault, AccountReply reply) {
        Instant now = records.now();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", reply.contentType());
        if (!records.switches().omitsDateHeader()) {
            headers.put("Date", DateHeader.of(now));
        }
        if (!records.switches().omitsRateHeaders()) {
            RateHeaders rate = rateLimit.headers(now);
            headers.putAll((fault.resetSeconds() == null ? rate : rate.usedUp(fault.resetSeconds())).asMap());
        }
        return headers;
    }
}
