package io.github.camelontraport.campaign.world;

import io.github.camelontraport.campaign.time.VirtualScheduler;
import io.github.camelontraport.campaign.time.WorldThreads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;

/** A program watches contacts that people create, change, tag and delete. */
public final class PollWorld extends World {

    private static final String TAG = "VIP";
    private static final int TAG_ROWS = 138;
    private static final List<String> EVENTS = List.of("created", "updated", "tagged", "deleted");
    private static final int[] DELAYS = {5, 20, 60};
    private static final int[] SETTLE_TIMES = {5, 30, 90};

    private final String event = EVENTS.get(random().nextInt(EVENTS.size()));
    private final Duration delay = Duration.ofSeconds(DELAYS[random().nextInt(DELAYS.length)]);
    private final Duration settleTime = Duration.ofSeconds(SETTLE_TIMES[random().nextInt(SETTLE_TIMES.length)]);
    private final int pageSize = 1 + random().nextInt(50);
    private final int most = random().nextInt(3) == 0 ? 1 + random().nextInt(5) : 0;
    private final PollModel model = new PollModel(event, findings(), excuses());
    private final Set<Long> founders = new HashSet<>();
    private int versions;
    private boolean isWatched;

    public PollWorld(long seed, Path folder, WorldThreads threads) {
        super(seed, folder, threads);
    }

    /** Below it, rows may become visible late. */
    public Duration settleTime() {
        return settleTime;
    }

    public String event() {
        return event;
    }

    @Override
    protected void prepare() {
        for (int i = random().nextInt(30); i >= 0; i--) {
            founders.add(create());
        }
        tag();
    }

    private long create() {
        versions++;
        long id = account().create(CONTACTS, Map.of(PollModel.VERSION, "v" + versions));
        model.wrote(id, versions);
        return id;
    }

    private void tag() {
        account().addTag(CONTACTS, any(), TAG);
    }

    private long any() {
        List<Long> ids = new ArrayList<>(model.living().keySet());
        return ids.get(random().nextInt(ids.size()));
    }

    @Override
    protected void equip(Program of) {
        of.context().getRegistry().bind("state", new StoredPosition(storage()));
        of.context().getRegistry().bind("pace", new VirtualScheduler(time(), delay));
    }

    @Override
    protected RoutesBuilder routes(Program of) {
        List<String> options = new ArrayList<>(List.of(
                "event=" + event,
                "scheduler=#pace",
                "stateRepository=#state",
                "settleTime=" + settleTime.toMillis(),
                "pageSize=" + pageSize,
                "maxMessagesPerPoll=" + most));
        switch (event) {
            case "deleted" -> options.add("sweepInterval=300000");
            case "tagged" -> options.addAll(List.of("startFrom=beginning", "tag=" + TAG));
            default -> options.add("startFrom=beginning");
        }
        return new RouteBuilder() {

            @Override
            public void configure() {
                from("ontraport:contacts?" + String.join("&", options))
                        .routeId("watch")
                        .process(exchange -> {
                            if (of.isKilled()) {
                                throw new IllegalStateException("The program is dead");
                            }
                            if (code().run(exchange)) {
                                model.delivered(exchange);
                            }
                        });
            }
        };
    }

    @Override
    protected void act() {
        if (!isWatched) {
            // What was deleted before the first comparison of ids cannot be known.
            isWatched = true;
            pass(delay.multipliedBy(3));
        }
        for (int edits = random().nextInt(5); edits > 0; edits--) {
            edit(random().nextInt(10));
        }
    }

    private void edit(int kind) {
        if (kind < 4 || model.living().size() < 2) {
            create();
        } else if (kind < 7) {
            versions++;
            long id = any();
            account().update(CONTACTS, id, Map.of(PollModel.VERSION, "v" + versions));
            model.wrote(id, versions);
        } else if (kind < 9) {
            tag();
        } else {
            long id = any();
            account().delete(CONTACTS, id);
            model.deleted(id, founders.contains(id));
        }
    }

    @Override
    protected void settle() {
        int before = account().requestCount();
        pass(settleTime.multipliedBy(4).plus(delay.multipliedBy(20)).plus(Duration.ofMinutes(15)));
        if (account().requestCount() - before < 10) {
            findings().add(Findings.Kind.STUCK, "it does not poll any more");
        }
    }

    @Override
    protected void compare() {
        model.compare(account().records(TAG_ROWS).stream()
                .collect(Collectors.toMap(
                        row -> Long.valueOf(row.get("id").toString()),
                        row -> Long.valueOf(row.get("object_id").toString()))));
    }
}
