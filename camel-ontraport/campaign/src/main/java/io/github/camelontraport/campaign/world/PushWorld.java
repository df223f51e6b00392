package io.github.camelontraport.campaign.world;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.campaign.time.WorldThreads;
import io.github.camelontraport.campaign.world.Findings.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;

/** A program receives webhooks of new contacts, each at least once, and passes each on once. */
public final class PushWorld extends World {

    private static final int WEBHOOKS = 145;
    private static final String TOKEN = "t0ken-of-a-campaign_1";
    private static final String JSON =
            """
            {"webhook_id": "2", "object_type_id": "0", "event": {"type": "object_create", "object_type_id": "0"},
             "data": {"id": "%d"%s}, "timestamp": "1767225600"}""";
    private static final String FORM = "webhook_id=2&object_type_id=0&event%%5Btype%%5D=object_create"
            + "&event%%5Bobject_type_id%%5D=0&data%%5Bid%%5D=%d%s&timestamp=1767225600";
    private static final Duration PATIENCE = Duration.ofHours(3);

    private final Deliveries deliveries = new Deliveries(time(), random(), this::receive, findings(), TOKEN);
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final Set<Long> sent = new TreeSet<>();
    private final Map<Long, Integer> done = new ConcurrentHashMap<>();
    private volatile Inbox inbox;
    private volatile Program receiving;

    public PushWorld(long seed, Path folder, WorldThreads threads) {
        super(seed, folder, threads);
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    /** What the account sends by itself would go over real sockets, at real times. */
    @Override
    protected void prepare() {
        account().webhooks().always().drop();
    }

    @Override
    protected void equip(Program of) {
        Inbox server = new Inbox();
        of.context().addComponent("inbox", server);
        of.context().getRegistry().bind("keys", new StoredKeys(storage(), keys, of));
        receiving = of;
        inbox = server;
    }

    @Override
    protected RoutesBuilder routes(Program of) {
        return new RouteBuilder() {

            @Override
            public void configure() {
                from("webhook:ontraport:contacts?event=created&idempotentRepository=#keys&webhookVerifyToken=" + TOKEN
                                + "&webhookComponentName=inbox&webhookPath=/hook&webhookExternalUrl=http://localhost:9")
                        .routeId("watch")
                        .process(exchange -> {
                            if (of.isKilled()) {
                                throw new IllegalStateException("The program is dead");
                            }
                            if (code().run(exchange)) {
                                routed(exchange);
                            }
                        });
            }
        };
    }

    private void routed(Exchange exchange) {
        long id = exchange.getMessage().getHeader(OntraportConstants.OBJECT_ID, Long.class);
        if (!(exchange.getMessage().getBody() instanceof Map<?, ?> record)
                || !("v" + id).equals(String.valueOf(record.get("firstname")))) {
            findings()
                    .add(
                            Kind.LOST,
                            "of " + id + " the route gets "
                                    + exchange.getMessage().getBody());
        }
        Integer before = done.put(id, excuses().now());
        if (before == null) {
            findings().done();
        } else if (excuses().since(before)) {
            findings().again();
        } else {
            findings().add(Kind.REPEATED, "delivery of " + id);
        }
    }

    @Override
    protected void act() {
        for (int i = random().nextInt(6); i > 0; i--) {
            long id = account().create(CONTACTS, Map.of());
            account().update(CONTACTS, id, Map.of("firstname", "v" + id));
            sent.add(id);
            // With its id only, the record is read from the account.
            boolean isWhole = random().nextInt(3) > 0;
            deliveries.send(
                    random().nextBoolean()
                            ? new Deliveries.Delivery(
                                    "application/json",
                                    JSON.formatted(id, isWhole ? ", \"firstname\": \"v" + id + "\"" : ""))
                            : new Deliveries.Delivery(
                                    "application/x-www-form-urlencoded",
                                    FORM.formatted(id, isWhole ? "&data%5Bfirstname%5D=v" + id : "")));
        }
    }

    private void receive(String query, String contentType, String body, IntConsumer status) {
        Program of = receiving;
        for (AsyncProcessor receiver : inbox.receivers()) {
            Exchange exchange = new DefaultExchange(of.context());
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, contentType);
            exchange.getMessage().setHeader(Exchange.HTTP_QUERY, query);
            exchange.getMessage().setHeader(Exchange.HTTP_RAW_QUERY, query);
            boolean unused = receiver.process(
                    exchange,
                    doneSync -> status.accept(
                            of.isKilled() || exchange.getException() != null
                                    ? 0
                                    : exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class)));
            return;
        }
        // Nobody listens.
        status.accept(0);
    }

    @Override
    protected void calm() {
        deliveries.clear();
    }

    @Override
    protected void settle() {
        if (!pump().passUntil(deliveries::areOver, PATIENCE)) {
            findings().add(Kind.STUCK, "deliveries are not answered with success");
        }
        // The keeper looks for its subscription again, at the latest.
        pass(Duration.ofHours(1));
    }

    @Override
    protected void compare() {
        sent.stream().filter(id -> !done.containsKey(id)).forEach(id -> findings()
                .add(Kind.LOST, "delivery of " + id));
        int subscriptions = account().records(WEBHOOKS).size();
        if (subscriptions == 0) {
            findings().add(Kind.LOST, "no subscription");
        } else if (subscriptions > 1 && !excuses().since(0)) {
            findings().add(Kind.REPEATED, subscriptions + " subscriptions");
        }
    }
}
