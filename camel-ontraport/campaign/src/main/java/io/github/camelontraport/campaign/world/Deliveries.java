package io.github.camelontraport.campaign.world;

import io.github.camelontraport.campaign.time.VirtualTime;
import io.github.camelontraport.campaign.time.WorldThreads;
import io.github.camelontraport.campaign.world.Findings.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/** Sends webhooks until they are answered with success, as a sender does that gives up late. Thread-safe. */
public final class Deliveries {

    /** What goes wrong on the way. */
    public enum Fault {
        LOST,
        TWICE,
        AT_ONCE,
        LATE,
        UNANSWERED,
        FORGED,
        MALFORMED,
        OVERSIZE
    }

    /** Answers one request, or fails to. */
    @FunctionalInterface
    interface Receiver {
        void receive(String query, String contentType, String body, IntConsumer status);
    }

    /** What is to be delivered. */
    record Delivery(String contentType, String body) {}

    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int TOO_LARGE = 2 * 1024 * 1024;
    /** To a request that is none of a delivery. */
    private static final Map<Fault, Integer> ANSWERS =
            Map.of(Fault.FORGED, 403, Fault.MALFORMED, 400, Fault.OVERSIZE, 413);

    private final VirtualTime time;
    private final Random random;
    private final Receiver receiver;
    private final Findings findings;
    private final String token;
    private final Map<Delivery, Boolean> answered = new ConcurrentHashMap<>();
    private volatile Fault fault;

    Deliveries(VirtualTime time, Random random, Receiver receiver, Findings findings, String token) {
        this.time = time;
        this.random = random;
        this.receiver = receiver;
        this.findings = findings;
        this.token = "token=" + token;
    }

    public void fault(Fault next) {
        fault = next;
    }

    void clear() {
        fault = null;
    }

    boolean areOver() {
        return answered.values().stream().allMatch(isAnswered -> isAnswered);
    }

    void send(Delivery delivery) {
        answered.put(delivery, false);
        attempt(delivery);
    }

    private synchronized int chance() {
        return random.nextInt(100);
    }

    private void attempt(Delivery delivery) {
        Fault current = fault;
        if (current == null || chance() < 40) {
            post(delivery, true);
            return;
        }
        switch (current) {
            case LOST -> again(delivery);
            case TWICE -> {
                post(delivery, true);
                later(Duration.ofSeconds(1), () -> post(delivery, true));
            }
            case AT_ONCE -> {
                post(delivery, true);
                post(delivery, true);
            }
            case LATE -> later(Duration.ofSeconds(chance()), () -> post(delivery, true));
            case UNANSWERED -> post(delivery, false);
            default -> {
                junk(current, delivery);
                post(delivery, true);
            }
        }
    }

    private void later(Duration delay, Runnable work) {
        CompletableFuture<Void> unused = time.after(delay).thenRun(work);
    }

    private void again(Delivery delivery) {
        later(RETRY, () -> attempt(delivery));
    }

    private void post(Delivery delivery, boolean isAnswerSeen) {
        post(token, delivery.contentType, delivery.body, status -> {
            if (status == OK && isAnswerSeen) {
                answered.put(delivery, true);
            } else if (!Boolean.TRUE.equals(answered.get(delivery))) {
                again(delivery);
            }
        });
    }

    private void post(String query, String contentType, String body, IntConsumer status) {
        new Thread(() -> receiver.receive(query, contentType, body, status), WorldThreads.OWN + "sender").start();
    }

    private void junk(Fault kind, Delivery near) {
        String query = kind == Fault.FORGED ? "token=another-token-of-16" : token;
        String body =
                switch (kind) {
                    case MALFORMED -> near.body.substring(0, chance() * near.body.length() / 250);
                    case OVERSIZE -> near.body + "x".repeat(TOO_LARGE);
                    default -> near.body;
                };
        post(query, near.contentType, body, status -> {
            // Without a program nobody answers.
            if (status != 0 && status != 503 && status != ANSWERS.get(kind)) {
                findings.add(Kind.LOST, kind + " is answered with " + status + ": " + near);
            }
        });
    }
}
