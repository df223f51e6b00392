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
import java.util.concurrent.atomic.AtomicLong;
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

    private final int minutes;
    private final PrintStream out;
    private final Deque<Long> records = new ArrayDeque<>();
    private final AtomicLong delivered = new AtomicLong();
    private long owed;

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
    }

    private void create(int number) {
        records.add(account().create(CONTACTS, Map.of("firstname", "n" + number)));
        owed++;
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
                            .process(exchange -> count(event));
                }
                from("direct:write").to("ontraport:contacts?operation=update");
                from("direct:sync").to("ontraport:contacts?operation=sync&syncLedger=#ledger");
            }
        };
    }

    private void count(String event) {
        if (event.equals("created")) {
            delivered.incrementAndGet();
        }
    }

    @Override
    protected void act() {}

    /** The long time itself. */
    @Override
    protected void settle() throws Exception {
        out.print(
                """
                | Hours | Delivered | Heap, MB | Threads | Sockets | Position, bytes | Ledger, bytes |
                | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        try (ProducerTemplate template = program().context().createProducerTemplate()) {
            for (int minute = 0; minute <= minutes; minute++) {
                if (minute % Math.max(1, minutes / SAMPLES) == 0) {
                    sample(minute);
                }
                create(minute);
                account().delete(CONTACTS, records.remove());
                long id = records.peekLast();
                Map<String, Object> change = Map.of("lastname", "m" + minute);
                pump().call(
                                "write",
                                () -> template.requestBodyAndHeader(
                                        "direct:write", change, OntraportConstants.RECORD_ID, id),
                                LONGEST);
                if (minute % 60 == 0) {
                    List<Map<String, Object>> rows = rows(minute / 60);
                    pump().call("sync", () -> template.requestBody("direct:sync", rows), LONGEST);
                }
                pass(MINUTE);
                // The account's own log is no part of the program.
                account().forgetRequests();
            }
        }
        pass(MINUTE.multipliedBy(10));
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
        out.printf(
                "| %.1f | %d | %.1f | %d | %d | %d | %d |%n",
                minute / 60.0,
                delivered.get(),
                (heap.totalMemory() - heap.freeMemory()) / 1e6,
                threads().ofPrograms().size(),
                Leaks.sockets(),
                size(storage().state()),
                size(storage().ledger()));
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
        // The records of the sync are new ones, too.
        long expected = owed + ROWS;
        if (delivered.get() < expected) {
            findings().add(Findings.Kind.LOST, expected - delivered.get() + " of " + expected + " new records");
        } else if (delivered.get() > expected) {
            findings().add(Findings.Kind.REPEATED, delivered.get() - expected + " deliveries");
        }
    }
}
