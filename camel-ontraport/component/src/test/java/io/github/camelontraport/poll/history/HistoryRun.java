package io.github.camelontraport.poll.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.poll.CrashingStore;
import io.github.camelontraport.poll.PollAccount;
import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.poll.PollSpecBuilder;
import io.github.camelontraport.poll.Poller;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.checkpoint.CheckpointException;
import io.github.camelontraport.sandbox.SandboxFaultScope;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/** Lives through a history with a consumer that polls, fails, crashes and starts again. */
final class HistoryRun {

    private static final int ALL = Integer.MAX_VALUE;
    /** By so much more than the settle time, times of the server are in doubt. */
    private static final Duration SETTLES_AT_LAST = Duration.ofSeconds(5);

    private static final long[] TIMES = {300, 700, 1000, 1000, 3500, 20_000, 100_000, 4_000_000};
    private static final int[] BATCHES = {1, 3, 50};

    private final History history;
    private final boolean byName;
    private final PollAccount account;
    private final ExpectedState expected = new ExpectedState();
    private final AccountEdits edits;
    private final PollSpecBuilder watching;
    private final DeliveryOracle oracle;
    private final CrashingStore store = new CrashingStore();
    /** Null when the program is down. */
    private Poller poller;

    HistoryRun(WatchedEvent watched, History history) {
        PollEvent event = watched.event();
        this.byName = watched == WatchedEvent.TAGGED_BY_NAME;
        this.history = history;
        this.account = new PollAccount(history.ahead());
        this.edits = new AccountEdits(account, history, expected);
        String from = List.of(
                        "now", "beginning", account.serverTime().plusSeconds(20).toString())
                .get(history.from());
        PollSpecBuilder all = watched.builder(edits.tags().first())
                .pageSize(history.pageSize())
                .settleTime(history.settleTime())
                .from(from);
        this.watching = history.filtered() ? all.condition("lastname = 'in'") : all;
        this.oracle = new DeliveryOracle(
                event,
                watching.startFrom(),
                expected,
                byName
                        ? edits.tags()::isOwed
                        : row -> expected.tagOf(row) == edits.tags().first());
        store.whenFirstKept(() -> {
            oracle.contactEnds();
            edits.tags().isWatched();
        });
    }

    void run() {
        try {
            live();
        } catch (CheckpointException e) {
            // When the highest record was deleted, one that a clock dated ahead looks like one of another account.
            assertThat(expected.stepsBack()).as(e.getMessage()).isPositive();
            assertThat(e).hasMessageContaining("ahead of the account");
        }
    }

    private void live() {
        history.steps().forEach(this::step);
        if (byName) {
            // The consumer looks its tag up when it starts.
            edits.tags().recreate();
            poller = null;
        }
        for (int i = 0; i < 4; i++) {
            account.pass(history.settleTime().plus(SETTLES_AT_LAST));
            pollUntilQuiet();
        }
        int idle = account.requests(() -> assertThat(poll(ALL, 1, ALL)).isZero());
        if (!expected.isAhead(account.serverTime())) {
            assertThat(idle).as("requests of an idle poll").isOne();
        }
        oracle.end();
    }

    private void pollUntilQuiet() {
        int polls = 0;
        int all = 0;
        int done = -1;
        while (done != 0) {
            done = poll(history.most(), BATCHES[polls % BATCHES.length], ALL);
            all += done;
            assertThat(polls++).as("polls until there is nothing new").isLessThanOrEqualTo(4 + all / history.most());
        }
    }

    private void step(History.Step step) {
        int few = 1 + step.a() % 7;
        int batch = BATCHES[step.b() % BATCHES.length];
        int most = step.a() % 3 == 0 ? 1 + step.b() % 9 : ALL;
        switch (step.kind()) {
            case PASS -> account.pass(Duration.ofMillis(TIMES[step.a() % TIMES.length]));
            case POLL -> pollThatMayFail(Math.min(most, history.most()), batch, false);
            case DELIVERY_FAILS -> pollThatMayFail(ALL, batch, few, false);
            case STORE_BREAKS, STORE_CRASHES -> {
                store.breakAfter(few - 1, step.b() % 2 == 0);
                pollThatMayFail(ALL, batch, step.kind() == History.Kind.STORE_CRASHES);
                store.mend();
            }
            case CALL_FAILS, CALL_CRASHES -> {
                fault(account.sandbox().faults().skip(few - 1), step.b() % 4);
                pollThatMayFail(ALL, batch, step.kind() == History.Kind.CALL_CRASHES);
                account.sandbox().faults().clear();
            }
            case EDIT_BETWEEN_CALLS -> {
                List<History.Kind> kinds = List.copyOf(EnumSet.range(History.Kind.CREATE, History.Kind.CLOCK_STEPS));
                History.Step edit = new History.Step(kinds.get(step.b() % kinds.size()), step.b(), step.a());
                account.sandbox().faults().skip(step.a() % 3).thenRun(() -> edits.apply(edit));
                pollThatMayFail(most, batch, false);
                account.sandbox().faults().clear();
            }
            case RESTART -> poller = null;
            default -> edits.apply(step);
        }
    }

    private static void fault(SandboxFaultScope next, int kind) {
        switch (kind) {
            case 0 -> next.dropConnectionBeforeCommit();
            case 1 -> next.truncateBody();
            case 2 -> next.status(503, "Service Unavailable");
            default -> next.status(401, "Unauthorized");
        }
    }

    private void pollThatMayFail(int most, int batch, boolean crash) {
        pollThatMayFail(most, batch, ALL, crash);
    }

    private void pollThatMayFail(int most, int batch, int failing, boolean crash) {
        try {
            poll(most, batch, failing);
        } catch (ApiException | CrashingStore.Broken e) {
            if (crash) {
                poller = null;
            }
        } catch (InvalidInputException e) {
            // No tag has the name.
            assertThat(byName).isTrue();
            if (crash) {
                poller = null;
            }
        }
    }

    /**
     * @param failing how many deliveries go well before one that fails
     * @return deliveries that went well
     */
    private int poll(int most, int batch, int failing) {
        if (poller == null) {
            if (store.isEmpty()) {
                oracle.contactBegins(account.serverTime());
            }
            poller = account.start(watching, store);
        }
        oracle.pollBegins();
        int stepsBack = expected.stepsBack();
        int moves = edits.tags().moves();
        int lookups = account.tagLookups();
        Instant began = account.serverTime();
        poller.begin();
        int done = 0;
        while (done < most) {
            List<RecordEvent> found = poller.next(Math.min(batch, most - done));
            if (account.tagLookups() > lookups) {
                edits.tags().lookedUp(moves, began);
            }
            if (found.isEmpty()) {
                oracle.pollEnds(stepsBack);
                edits.polled(stepsBack);
                break;
            }
            for (RecordEvent event : found) {
                oracle.handedOver(event);
                if (done == failing) {
                    return done;
                }
                oracle.done(event);
                poller.acknowledge(event);
                oracle.stored(event);
                done++;
            }
        }
        return done;
    }
}
