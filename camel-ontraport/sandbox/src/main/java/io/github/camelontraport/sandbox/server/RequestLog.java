package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.SandboxRequest;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The latest requests, and how many there were in all. Guarded by the account's lock. */
public final class RequestLog {

    /** More than a test looks through, little enough for a run of hours. */
    public static final int CAPACITY = 2_000;

    private final Deque<SandboxRequest> latest = new ArrayDeque<>();
    private int count;

    /** @param status 0 when the connection was dropped */
    public void add(ApiCall call, int status) {
        if (latest.size() == CAPACITY) {
            latest.removeFirst();
        }
        latest.addLast(new SandboxRequest(
                call.method(),
                call.apiPath(),
                query(call),
                withoutSecrets(call.headers()),
                call.header("content-type"),
                call.body(),
                status));
        count++;
    }

    public List<SandboxRequest> latest() {
        return List.copyOf(latest);
    }

    public int count() {
        return count;
    }

    public void clear() {
        latest.clear();
        count = 0;
    }

    private static Map<String, String> query(ApiCall call) {
        try {
            return Collections.unmodifiableMap(CallParser.decode(call.query()));
        } catch (ErrorReply e) {
            return Map.of();
        }
    }

    private static Map<String, String> withoutSecrets(Map<String, String> headers) {
        Map<String, String> shown = new TreeMap<>(headers);
        AccountCredentials.HEADERS.forEach(name -> shown.computeIfPresent(name, (header, value) -> "hidden"));
        return Collections.unmodifiableMap(shown);
    }
}
