package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.protocol.AccountRequest;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParser;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The latest requests and the number of all requests. Guarded by the account's lock. */
public final class RequestLog {

    /** Enough for the assertions of a test, small enough for a run of hours. */
    public static final int CAPACITY = 2_000;

    private final Deque<LoggedRequest> latest = new ArrayDeque<>();
    private int count;

    /**
     * @param time of the account
     * @param status 0 when the connection was dropped
     */
    public void add(Instant time, AccountRequest request, int status) {
        if (latest.size() == CAPACITY) {
            latest.removeFirst();
        }
        latest.addLast(new LoggedRequest(
                time,
                request.method(),
                request.apiPath(),
                query(request),
                withoutSecrets(request.headers()),
                request.header("content-type"),
                request.body(),
                status));
        count++;
    }

    public List<LoggedRequest> latest() {
        return List.copyOf(latest);
    }

    public int count() {
        return count;
    }

    public void clear() {
        latest.clear();
        count = 0;
    }

    private static Map<String, String> query(AccountRequest request) {
        try {
            return Collections.unmodifiableMap(RequestParser.decode(request.query()));
        } catch (ApiErrorException e) {
            return Map.of();
        }
    }

    private static Map<String, String> withoutSecrets(Map<String, String> headers) {
        Map<String, String> shown = new TreeMap<>(headers);
        AccountCredentials.HEADERS.forEach(name -> shown.computeIfPresent(name, (header, value) -> "hidden"));
        return Collections.unmodifiableMap(shown);
    }
}
