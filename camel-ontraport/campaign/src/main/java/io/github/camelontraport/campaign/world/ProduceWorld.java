package io.github.camelontraport.campaign.world;

import io.github.camelontraport.campaign.time.WorldThreads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;

/** Users of a program send it messages, many at a time, each of which is one operation. */
public final class ProduceWorld extends World {

    private static final int RECORDS = 150;
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final ProduceModel model = new ProduceModel(account(), findings(), excuses());
    private final Deque<Long> records = new ArrayDeque<>();
    private final boolean isBatched = random().nextBoolean();

    public ProduceWorld(long seed, Path folder, WorldThreads threads) {
        super(seed, folder, threads);
    }

    @Override
    protected void prepare() {
        for (int i = 0; i < RECORDS; i++) {
            long id = account().create(CONTACTS, Map.of("firstname", "before"));
            account().update(CONTACTS, id, Map.of("lastname", "L" + id));
            records.add(id);
        }
        pass(Duration.ofHours(1));
    }

    @Override
    protected RoutesBuilder routes(Program of) {
        return new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:in")
                        .routeId("watch")
                        .to("ontraport:contacts?" + (isBatched ? "batchDelay=200" : "pageSize=50"))
                        .process(exchange -> exchange.setProperty(ProducedCall.DONE, true))
                        .process(exchange -> code().run(exchange));
            }
        };
    }

    @Override
    protected void act() {
        ProducedCall.Operation[] operations = ProducedCall.Operation.values();
        for (int calls = random().nextInt(9); calls > 0 && !records.isEmpty() && program() != null; calls--) {
            String marker = new UUID(random().nextLong(), random().nextLong()).toString();
            ProducedCall call = new ProducedCall(
                    operations[random().nextInt(operations.length)],
                    marker,
                    records.remove(),
                    program(),
                    excuses().now());
            model.add(call);
            new Thread(() -> send(call), WorldThreads.OWN + "client").start();
        }
    }

    private static void send(ProducedCall call) {
        Exchange exchange = call.begin();
        try {
            AsyncProducer producer =
                    exchange.getContext().getEndpoint("direct:in?block=false").createAsyncProducer();
            producer.start();
            producer.process(exchange, doneSync -> call.calledBack());
        } catch (Exception e) {
            exchange.setException(e);
            call.calledBack();
        }
    }

    @Override
    protected void settle() {
        pump().passUntil(model::isOver, PATIENCE);
        pass(Duration.ofMinutes(2));
    }

    @Override
    protected void compare() {
        model.compare();
    }
}
