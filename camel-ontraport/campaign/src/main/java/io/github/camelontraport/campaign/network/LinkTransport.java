package io.github.camelontraport.campaign.network;

import io.github.camelontraport.api.http.ResponseTimeoutException;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Brings the requests of one program to the account, or to what the fault makes of them. */
final class LinkTransport implements Transport, Ways {

    /** One way; none is a network in the same machine. */
    private static final int[] LATENCIES = {0, 20, 150};

    private final Network network;
    private final Network.ProgramLink link;
    private final OutsideTransports outside;
    private final Set<CompletableFuture<TransportResponse>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    LinkTransport(Network network, Network.ProgramLink link, OutsideTransports outside) {
        this.network = network;
        this.link = link;
        this.outside = outside;
    }

    /** Like the real transport it ends every request: by a reply, by the timeout of the request, or when it is closed. */
    @Override
    public CompletionStage<TransportResponse> send(TransportRequest request) {
        CompletableFuture<TransportResponse> result = new CompletableFuture<>();
        underWay.add(result);
        CompletableFuture<Void> deadline = network.time().after(request.timeout());
        CompletableFuture<?> timeout = deadline.thenRun(() -> result.completeExceptionally(
                new ResponseTimeoutException("There was no response within " + request.timeout())));
        CompletableFuture<?> unusedEnd = result.whenComplete((reply, failure) -> {
            underWay.remove(result);
            deadline.cancel(false);
            timeout.cancel(false);
        });
        if (closed) {
            result.completeExceptionally(new IOException("The client is closed"));
        } else if (!link.isCut()) {
            CompletionStage<?> unused = pass(request).whenComplete((reply, failure) -> {
                if (link.isCut()) {
                    return;
                }
                if (failure == null) {
                    result.complete(reply);
                } else {
                    result.completeExceptionally(failure);
                }
            });
        }
        return result;
    }

    private CompletionStage<TransportResponse> pass(TransportRequest request) {
        RequestFault fault = network.next();
        CompletionStage<TransportResponse> spoilt = fault == null ? null : fault.spoil(request, this, network.random());
        return spoilt == null ? account(request) : spoilt;
    }

    @Override
    public CompletionStage<TransportResponse> account(TransportRequest request) {
        int millis = LATENCIES[network.number(LATENCIES.length)];
        if (millis == 0) {
            return execute(request);
        }
        return after(Duration.ofMillis(millis)).thenCompose(arrived -> {
            CompletionStage<TransportResponse> reply = execute(request);
            return after(Duration.ofMillis(millis)).thenCompose(back -> reply);
        });
    }

    private CompletionStage<TransportResponse> execute(TransportRequest request) {
        if (link.isCut()) {
            return new CompletableFuture<>();
        }
        URI uri = request.uri();
        String query = uri.getRawQuery();
        String body = request.body() == null ? "" : new String(request.body(), StandardCharsets.UTF_8);
        return network.account()
                .answer(
                        request.method(),
                        uri.getRawPath() + (query == null ? "" : "?" + query),
                        request.headers(),
                        body)
                .map(reply -> CompletableFuture.completedStage(new TransportResponse(
                        reply.status(), reply.headers(), reply.body().getBytes(StandardCharsets.UTF_8))))
                .orElseGet(Ways::dropped);
    }

    @Override
    public CompletableFuture<Void> after(Duration delay) {
        return network.time().after(delay);
    }

    @Override
    public CompletionStage<TransportResponse> outside(TransportRequest request, String baseUrl) {
        String path = request.uri().getRawPath();
        return tracked(outside.direct(), moved(request, URI.create(baseUrl + path)));
    }

    @Override
    public CompletionStage<TransportResponse> proxied(TransportRequest request, int proxyPort) {
        return tracked(
                outside.through(proxyPort), moved(request, URI.create("http://api.ontraport.invalid/1/objects")));
    }

    private static TransportRequest moved(TransportRequest request, URI uri) {
        return new TransportRequest(request.method(), uri, request.headers(), request.body(), request.timeout());
    }

    private CompletionStage<TransportResponse> tracked(Transport transport, TransportRequest request) {
        network.pump().onNetwork(true);
        return transport.send(request).whenComplete((reply, failure) -> network.pump()
                .onNetwork(false));
    }

    @Override
    public void close() {
        closed = true;
        outside.close();
        underWay.forEach(request -> request.completeExceptionally(new IOException("The client was closed")));
    }
}
