package io.github.camelontraport.campaign.fault;

import io.github.camelontraport.api.http.NotSentException;
import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.campaign.network.RequestFault;
import io.github.camelontraport.campaign.network.Ways;
import io.github.camelontraport.campaign.world.Side;
import io.github.camelontraport.campaign.world.World;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What servers and networks do to requests. */
final class RequestFaults {

    static final Set<Side> ALL = EnumSet.allOf(Side.class);

    private static final String HTML = "<html><body><h1>Sign in</h1></body></html>";

    static final List<FaultKind> KINDS = List.of(
            status("HTTP 500", 500, Map.of(), "Internal error"),
            status("HTTP 502 with a page", 502, Map.of("content-type", "text/html"), HTML),
            status("HTTP 503", 503, Map.of(), "Service unavailable"),
            status("HTTP 504", 504, Map.of(), ""),
            status("HTTP 429 with a reset", 429, Map.of("x-rate-limit-reset", "7"), "Too many requests"),
            status("HTTP 429 without a reset", 429, Map.of(), "Too many requests"),
            status("HTTP 429 with an absurd reset", 429, Map.of("x-rate-limit-reset", "99999999999999"), ""),
            status("HTTP 400", 400, Map.of(), "Invalid request"),
            status("HTTP 403", 403, Map.of(), "Forbidden"),
            // A push believes the server that the record is gone, and passes the event on without it.
            new FaultKind("HTTP 404", EnumSet.complementOf(EnumSet.of(Side.PUSH)), world -> world.network()
                    .fault((request, ways, random) -> Ways.reply(404, Map.of(), "Not found"), some(world))),
            status("HTTP 422", 422, Map.of(), "Cannot be processed"),
            status("redirect", 302, Map.of("location", "http://localhost:1/login"), ""),
            status("page in place of JSON", 200, Map.of("content-type", "text/html"), HTML),
            status("empty reply", 200, Map.of("content-type", "application/json"), ""),
            status("malformed JSON", 200, Map.of("content-type", "application/json"), "{\"code\":0,\"data\":[{\"id\":"),
            status("JSON of another shape", 200, Map.of("content-type", "application/json"), "[[],7,{\"data\":null}]"),
            status("code other than 0", 200, Map.of("content-type", "application/json"), "{\"code\":7,\"data\":[]}"),
            kind("credentials changed", (request, ways, random) -> Ways.reply(401, Map.of(), "Wrong key")),
            kind("executed, then HTTP 500", (request, ways, random) -> ways.account(request)
                    .thenCompose(reply -> Ways.reply(500, Map.of(), "Internal error"))),
            kind(
                    "connection refused",
                    (request, ways, random) -> CompletableFuture.failedFuture(
                            new NotSentException("refused", true, new ConnectException("Connection refused")))),
            kind("dropped before commit", (request, ways, random) -> Ways.dropped()),
            kind("dropped after commit", (request, ways, random) -> ways.account(request)
                    .thenCompose(reply -> Ways.dropped())),
            kind("cut body", (request, ways, random) -> ways.account(request).thenApply(RequestFaults::half)),
            kind("slow reply", (request, ways, random) -> ways.account(request)
                    .thenCompose(reply ->
                            ways.after(Duration.ofSeconds(random.nextInt(50))).thenApply(late -> reply))),
            kind(
                    "no reply in time",
                    (request, ways, random) -> random.nextBoolean()
                            ? new CompletableFuture<>()
                            : ways.account(request).thenCompose(reply -> new CompletableFuture<>())),
            kind("slow request", (request, ways, random) -> ways.after(Duration.ofSeconds(random.nextInt(50)))
                    .thenCompose(late -> ways.account(request))),
            kind("replies out of order", (request, ways, random) -> ways.account(request)
                    .thenCompose(reply ->
                            ways.after(Duration.ofMillis(random.nextInt(3_000))).thenApply(late -> reply))),
            new FaultKind("request arrives twice", ALL, world -> {
                world.excuses().lasting(true);
                world.network()
                        .fault(
                                (request, ways, random) -> ways.account(request)
                                        .thenCompose(
                                                first -> ways.account(request).thenApply(second -> first)),
                                some(world));
            }));

    private RequestFaults() {}

    private static FaultKind status(String name, int status, Map<String, String> headers, String body) {
        return kind(name, (request, ways, random) -> Ways.reply(status, headers, body));
    }

    private static FaultKind kind(String name, RequestFault fault) {
        return new FaultKind(name, ALL, world -> world.network().fault(fault, some(world)));
    }

    /** Of a hundred requests: now and then, often, or all. */
    static int some(World world) {
        return List.of(10, 40, 100).get(world.random().nextInt(3));
    }

    private static TransportResponse half(TransportResponse whole) {
        byte[] body = new String(whole.body(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        return new TransportResponse(whole.status(), whole.headers(), Arrays.copyOf(body, body.length / 2));
    }
}
