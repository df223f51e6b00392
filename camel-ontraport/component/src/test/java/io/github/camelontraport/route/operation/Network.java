package io.github.camelontraport.route.operation;

import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.support.VirtualAccount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A network with random faults that is cut at some request, before or after the account has seen it. */
final class Network implements VirtualAccount.Network {

    /** So many requests in a row fail when a storm begins; with retries that is minutes. */
    private static final int LONGEST_STORM = 40;

    private final Random random;
    private final boolean faulty;
    private int requestsLeft;
    private int storm;
    private int stormStatus;
    private boolean dead;

    /** @param requests until the cut */
    Network(Random random, int requests, boolean faulty) {
        this.random = random;
        this.requestsLeft = requests;
        this.faulty = faulty;
    }

    boolean isDead() {
        return dead;
    }

    @Override
    public CompletionStage<TransportResponse> spoil(TransportRequest call, Transport account) {
        if (dead) {
            return new CompletableFuture<>();
        }
        if (requestsLeft-- <= 0) {
            if (random.nextBoolean()) {
                // The account still does what it was asked, and nobody hears of it.
                account.send(call);
            }
            dead = true;
            return new CompletableFuture<>();
        }
        return faulty ? fault(call, account) : null;
    }

    private CompletionStage<TransportResponse> fault(TransportRequest call, Transport account) {
        if (storm > 0) {
            storm--;
            return status(stormStatus);
        }
        return switch (random.nextInt(25)) {
            case 0 -> account.send(call).thenCompose(reply -> dropped());
            case 1 -> dropped();
            case 2 -> {
                storm = random.nextInt(LONGEST_STORM);
                stormStatus = random.nextBoolean() ? 429 : 503;
                yield status(stormStatus);
            }
            default -> null;
        };
    }

    private static CompletionStage<TransportResponse> dropped() {
        return CompletableFuture.failedFuture(new IOException("The connection was dropped"));
    }

    private static CompletionStage<TransportResponse> status(int status) {
        return CompletableFuture.completedFuture(new TransportResponse(
                status,
                status == 429 ? Map.of("X-Rate-Limit-Reset", "3") : Map.of(),
                "no".getBytes(StandardCharsets.UTF_8)));
    }
}
