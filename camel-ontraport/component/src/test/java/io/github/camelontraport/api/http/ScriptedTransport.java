package io.github.camelontraport.api.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Answers requests from a script, the last line of which is repeated, and remembers them. Thread-safe. */
public final class ScriptedTransport implements Transport {

    /** One line of a script: what becomes of a request. */
    public interface Line extends Function<TransportRequest, CompletionStage<TransportResponse>> {}

    private final List<Line> script;
    private final List<TransportRequest> calls = new ArrayList<>();

    public ScriptedTransport(Line... script) {
        this.script = List.of(script);
    }

    @Override
    public CompletionStage<TransportResponse> send(TransportRequest call) {
        Line line;
        synchronized (this) {
            line = script.get(Math.min(calls.size(), script.size() - 1));
            calls.add(call);
        }
        return line.apply(call);
    }

    /** The requests so far. */
    public synchronized List<TransportRequest> calls() {
        return List.copyOf(calls);
    }

    public static Line status(int status, String body, Map<String, String> headers) {
        TransportResponse reply = new TransportResponse(status, headers, body.getBytes(StandardCharsets.UTF_8));
        return call -> CompletableFuture.completedFuture(reply);
    }

    public static Line status(int status, String body) {
        return status(status, body, Map.of());
    }

    public static Line ok(String data) {
        return status(200, "{\"code\":0,\"data\":" + data + ",\"account_id\":50}");
    }

    /** HTTP 429, the window of which resets after some seconds. */
    public static Line throttled(String reset) {
        return status(429, "Rate limit exceeded", Map.of("x-rate-limit-reset", reset, "x-rate-limit-remaining", "0"));
    }

    public static Line fails(Throwable failure) {
        return call -> CompletableFuture.failedFuture(failure);
    }

    public static Line throwing(RuntimeException failure) {
        return call -> {
            throw failure;
        };
    }

    /** A reply that comes when the test completes it. */
    public static Line answeredBy(CompletableFuture<TransportResponse> reply) {
        return call -> reply;
    }
}
