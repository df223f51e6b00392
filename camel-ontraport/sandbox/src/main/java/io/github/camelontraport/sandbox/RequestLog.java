package io.github.camelontraport.sandbox;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The latest requests, and how many there were in all. Guarded by the account's lock. */
final class RequestLog {

    /** More than a test looks through, little enough for a run of hours. */
    static final int CAPACITY = 2_000;

    private final Deque<SandboxRequest> latest = new ArrayDeque<>();
    private int count;

    /** @param status 0 when the connection was dropped */
    void add(Call call, int status) {
        if (latest.size() == CAPACITY) {
            latest.removeFirst();
        }
        latest.addLast(new SandboxRequest(call.method(), call.apiPath(), query(call), withoutSecrets(call.headers()),
                call.header("content-type"), call.body(), status));
        count++;
    }

    List<SandboxRequest> latest() {
        return List.copyOf(latest);
    }

    int count() {
        return count;
    }

    void clear() {
        latest.clear();
        count = 0;
    }

    private static Map<String, String> query(Call call) {
        try {
            return Collections.unmodifiableMap(CallParameters.decode(call.query()));
        } catch (ApiException e) {
            return Map.of();
        }
    }

    private static Map<String, String> withoutSecrets(Map<String, String> headers) {
        Map<String, String> shown = new TreeMap<>(headers);
        Credentials.HEADERS.forEach(name -> shown.computeIfPresent(name, (header, value) -> "hidden"));
        return Collections.unmodifiableMap(shown);
    }
}
