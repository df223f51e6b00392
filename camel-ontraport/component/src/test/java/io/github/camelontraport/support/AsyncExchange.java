package io.github.camelontraport.support;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/** An exchange given to an endpoint's producer on the caller's thread, so that the order of calls is the test's. */
public final class AsyncExchange {

    private AsyncExchange() {}

    /** Completes when the producer has called back; what went wrong is in the exchange. */
    public static CompletableFuture<Exchange> start(CamelContext context, String uri, Consumer<Exchange> message) {
        CompletableFuture<Exchange> answered = new CompletableFuture<>();
        try {
            AsyncProducer producer = context.getEndpoint(uri).createAsyncProducer();
            producer.start();
            Exchange exchange = producer.getEndpoint().createExchange();
            message.accept(exchange);
            producer.process(exchange, doneSync -> {
                producer.stop();
                if (!answered.complete(exchange)) {
                    throw new AssertionError("called back twice");
                }
            });
        } catch (Exception e) {
            answered.completeExceptionally(e);
        }
        return answered;
    }
}
