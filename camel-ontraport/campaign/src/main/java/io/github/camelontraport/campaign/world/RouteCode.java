package io.github.camelontraport.campaign.world;

import java.util.Random;
import org.apache.camel.Exchange;

/** The code of the user in a route. It fails as the fault says. Thread-safe. */
public final class RouteCode {

    /** May throw whatever code can throw. */
    @FunctionalInterface
    public interface Failure {
        void happen(Exchange exchange);
    }

    private final Random random;
    private volatile Failure failure;
    private volatile int percent;

    RouteCode(Random random) {
        this.random = random;
    }

    /** @param ofHundred so many of a hundred exchanges meet it */
    public void failure(Failure next, int ofHundred) {
        percent = ofHundred;
        failure = next;
    }

    void clear() {
        failure = null;
    }

    /** @return whether the exchange went well */
    boolean run(Exchange exchange) {
        Failure current = failure;
        if (current == null || chance() >= percent) {
            return true;
        }
        current.happen(exchange);
        return !exchange.isRollbackOnly() && !exchange.isRollbackOnlyLast();
    }

    private int chance() {
        synchronized (random) {
            return random.nextInt(100);
        }
    }
}
