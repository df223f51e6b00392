package io.github.camelontraport.campaign.world;

import io.github.camelontraport.FileSyncLedger;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.campaign.time.VirtualScheduler;
import io.github.camelontraport.campaign.time.WorldThreads;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;

/**
 * A program that polls for all events and writes, minute by minute, and syncs every hour. The number of records stays the
 * same, as each new one takes the place of the oldest, so that what grows is the program.
 */
public final class LongWorld extends World {

    private static final List<String> EVENTS = List.of("created", "updated", "deleted");
    private static final int RECORDS = 500;
    private static final int ROWS = 100;
    private static final int SAMPLES = 8;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LAST_SWEEPS = Duration.ofMinutes(40);

    private final int minutes;
    private final PrintStream out;
    private final Deque<Long> records = new ArrayDeque<>();
    private final List<Sample> samples = new ArrayList<>();
    private final LongModel model = new LongModel(findings());

    public LongWorld(long seed, Path folder, WorldThreads threads, double hours, PrintStream out) {
        super(seed, folder, threads);
        this.minutes = (int) (hours * 60);
        this.out = out;
    }

    @Override
    protected void prepare() {
        for (int i = 0; i < RECORDS; i++) {
            create(i);
        }
        for (Map<String, Object> row : rows(0)) {
            // By the first sync.
            model.created(row.get("email"));
        }
    }

    private void create(int number) {
        long id = account().create(CONTACTS, Map.of("firstname", "n" + number));
        records.add(id);
        model.created(id);
    }

    @Override
    protected void equip(Program of) {
        of.context().getRegistry().bind("state", new StoredPosition(storage()));
        of.context().getRegistry().bind("ledger", new FileSyncLedger(storage().ledger()));
        EVENTS.forEach(event -> of.context().getRegistry().bind(event, new VirtualScheduler(time(), MINUTE)));
    }

    @Override
    protected RoutesBuilder routes(Program of) {
        return new RouteBuilder() {

            @Override
            public void configure() {
                for (String event : EVENTS) {
                    from("ontraport:contacts?event=" + event + "&stateRepository=#state&scheduler=#" + event
                                    + (event.equals("deleted") ? "&sweepInterval=600000" : "&startFrom=beginning"))
                            .routeId(event)
                            .process(exchange -> model.delivered(event, exchange));
                }
                from("direct:write").to("ontraport:contacts?operation=update");
                from("direct:sync").to("ontraport:contacts?operation=sync&syncLedger=#ledger");
            }
        };
    }

    @Override
    protected void act() {}

    /** The long time itself. */
    @Override
    protected void settle() throws Exception {
        // What is deleted before the first comparison of ids cannot be known.
        pass(MINUTE.multipliedBy(3));
        out.print(Sample.HEAD);
        try (ProducerTemplate template = program().context().createProducerTemplate()) {
            for (int minute = 0; minute <= minutes; minute++) {
                if (minute % Math.max(1, minutes / SAMPLES) == 0) {
                    sample(minute);
                }
                create(minute);
                delete(records.remove());
                long id = records.peekLast();
                Map<String, Object> change = Map.of("lastname", "m" + minute);
                model.updated("m" + minute);
                pump().call(
                                "write",
                                () -> template.requestBodyAndHeader(
                                        "direct:write", change, OntraportConstants.RECORD_ID, id),
                                LONGEST);
                if (minute % 60 == 0) {
                    List<Map<String, Object>> rows = rows(minute / 60);
                    rows.forEach(row -> model.updated(LongModel.version(row)));
                    pump().call("sync", () -> template.requestBody("direct:sync", rows), LONGEST);
                }
                pass(MINUTE);
                // The account's own log is no part of the program.
                account().forgetRequests();
            }
        }
        pass(LAST_SWEEPS);
    }

    private void delete(long id) {
        account().delete(CONTACTS, id);
        model.deleted(id);
    }

    private static List<Map<String, Object>> rows(int hour) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(Map.of("email", "k" + i + "@example.com", "firstname", "h" + hour));
        }
        return rows;
    }

    private void sample(int minute) {
        System.gc();
        Runtime heap = Runtime.getRuntime();
        Sample sample = new Sample(
                minute / 60.0,
                findings().events(),
                (heap.totalMemory() - heap.freeMemory()) / 1e6,
                threads().ofPrograms().size(),
                Leaks.sockets(),
                size(storage().state()),
                size(storage().ledger()));
        samples.add(sample);
        out.print(sample.line());
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    protected void compare() {
        model.compare();
        Growth.check(samples, findings());
    }
}
