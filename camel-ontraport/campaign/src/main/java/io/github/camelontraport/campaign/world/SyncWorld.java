package io.github.camelontraport.campaign.world;

import io.github.camelontraport.FileSyncLedger;
import io.github.camelontraport.MapSyncLedger;
import io.github.camelontraport.OntraportSyncException;
import io.github.camelontraport.campaign.time.WorldThreads;
import io.github.camelontraport.campaign.world.Findings.Kind;
import io.github.camelontraport.operation.sync.SyncLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.util.ObjectHelper;

/** A program brings inputs into the account, the same one again until a run is complete. */
public final class SyncWorld extends World {

    private static final List<String> MODES = List.of("dedup", "refresh&onMissing=delete&maxDeleted=1000", "append");
    private static final int NEVER = Integer.MAX_VALUE;
    private static final int MOST_TRIES = 4;
    private static final Duration PATIENCE = Duration.ofHours(4);

    private final String mode = MODES.get(random().nextInt(MODES.size()));
    private final boolean isAppend = mode.equals("append");
    private final boolean isInFile = random().nextInt(3) == 0;
    private final int concurrency = 1 + random().nextInt(8);
    private final SyncModel model = new SyncModel(account(), findings(), excuses(), isAppend, mode.contains("delete"));
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private StoredLedger map = new StoredLedger(storage(), Map.of());
    private SyncRows rows = new SyncRows(random(), 0, isAppend);
    private CompletableFuture<Exchange> running = CompletableFuture.completedFuture(null);
    private boolean breaksInput;
    private volatile boolean breaksRejects;

    public SyncWorld(long seed, Path folder, WorldThreads threads) {
        super(seed, folder, threads);
    }

    public void breakInput() {
        breaksInput = true;
    }

    public void breakRejects() {
        breaksRejects = true;
        network()
                .fault(
                        (request, ways, random) -> request.method().equals("POST")
                                ? io.github.camelontraport.campaign.network.Ways.reply(422, Map.of(), "No")
                                : null,
                        30);
    }

    @Override
    protected void calm() {
        breaksInput = false;
        breaksRejects = false;
    }

    @Override
    protected void prepare() {
        model.stranger();
        if (!isAppend) {
            rows.wanted().forEach((key, name) -> {
                if (random().nextInt(4) == 0) {
                    account()
                            .create(CONTACTS, Map.of("email", key, "firstname", random().nextBoolean() ? name : "old"));
                }
            });
        }
    }

    @Override
    protected void equip(Program of) {
        SyncLedger ledger = isInFile ? new FileSyncLedger(storage().ledger()) : new MapSyncLedger(map);
        of.context().getRegistry().bind("ledger", ledger);
    }

    @Override
    protected void inherit() {
        super.inherit();
        map = new StoredLedger(storage(), Map.copyOf(map));
        running = CompletableFuture.completedFuture(null);
    }

    @Override
    protected RoutesBuilder routes(Program of) {
        return new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:in")
                        .routeId("watch")
                        .to("ontraport:contacts?operation=sync&syncLedger=#ledger&rejected=direct:rejected&concurrency="
                                + concurrency + "&syncMode=" + mode);
                from("direct:rejected").routeId("rejected").process(exchange -> {
                    if (breaksRejects) {
                        throw new IllegalStateException("no place for it");
                    }
                    Map<?, ?> row = exchange.getMessage().getBody(Map.class);
                    refused.add(SyncRows.key(row));
                });
            }
        };
    }

    @Override
    protected void act() {
        if (running.isDone() && program() != null) {
            take();
            start();
        }
    }

    private void start() {
        CompletableFuture<Exchange> result = new CompletableFuture<>();
        running = result;
        Exchange exchange = new DefaultExchange(program().context());
        exchange.getMessage().setBody(rows.iterator(breaksInput ? random().nextInt(rows.size() + 1) : NEVER));
        new Thread(() -> send(exchange, result), WorldThreads.OWN + "client").start();
    }

    private static void send(Exchange exchange, CompletableFuture<Exchange> result) {
        try {
            AsyncProducer producer =
                    exchange.getContext().getEndpoint("direct:in?block=false").createAsyncProducer();
            producer.start();
            producer.process(exchange, doneSync -> result.complete(exchange));
        } catch (Exception e) {
            exchange.setException(e);
            result.complete(exchange);
        }
    }

    /** Looks at the run that ended; the next input comes when this one was accepted. */
    private boolean take() {
        Exchange done = running.getNow(null);
        if (done == null) {
            return false;
        }
        Map<String, Object> report = report(done);
        model.checkSum(report);
        boolean isAccepted = done.getException() == null
                && (isAppend || (Long) report.get("rejected") + (Long) report.get("unclear") == 0);
        running = CompletableFuture.completedFuture(null);
        if (isAccepted) {
            model.accepted(rows);
            rows = new SyncRows(random(), rows.generation() + 1, isAppend);
        }
        return isAccepted;
    }

    private static Map<String, Object> report(Exchange done) {
        OntraportSyncException failure = ObjectHelper.getException(OntraportSyncException.class, done.getException());
        if (failure != null) {
            return failure.getReport();
        }
        Map<?, ?> body = done.getException() == null ? done.getMessage().getBody(Map.class) : Map.of();
        Map<String, Object> report = new HashMap<>();
        body.forEach((name, value) -> report.put(name.toString(), value));
        return report;
    }

    @Override
    protected void settle() {
        await();
        take();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            start();
            await();
            Exchange done = running.getNow(null);
            if (take()) {
                return;
            }
            if (tries == MOST_TRIES - 1) {
                findings().add(Kind.STUCK, "no run is complete: " + (done == null ? "" : done.getException()));
            }
        }
    }

    private void await() {
        if (!pump().passUntil(running::isDone, PATIENCE)) {
            findings().add(Kind.STUCK, "a run does not end");
        }
    }

    @Override
    protected void compare() {
        model.compare(refused);
    }
}
