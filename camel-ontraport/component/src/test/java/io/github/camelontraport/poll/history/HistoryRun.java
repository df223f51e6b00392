package io.github.camelontraport.poll.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.poll.CrashingStore;
import io.github.camelontraport.poll.PollAccount;
import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.poll.PollSpecBuilder;
import io.github.camelontraport.poll.Poller;
import io.github.camelontraport.poll.RecordEvent;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/** Lives through a history with a consumer that polls, fails, crashes and starts again. */
final class HistoryRun {

    private static final int ALL = Integer.MAX_VALUE;
    private static final long[] TIMES = {300, 700, 1000, 1000, 3500, 20_000, 100_000};
    private static final int[] BATCHES = {1, 3, 50};

    private final History history;
    private final PollAccount account;
    private final ExpectedState expected = new ExpectedState();
    private final AccountEdits edits;
    private final PollSpecBuilder watching;
    private final DeliveryOracle oracle;
    private final CrashingStore store = new CrashingStore();
    /** Null when the program is down. */
    private Poller poller;

    HistoryRun(PollEvent event, History history) {
        this.history = history;
        this.account = new PollAccount(history.ahead());
        this.edits = new AccountEdits(account, history, expected);
        String from = List.of(
                        "now", "beginning", account.serverTime().plusSeconds(20).toString())
                .get(history.from());
        PollSpecBuilder all = (event == PollEvent.TAGGED
                        ? PollSpecBuilder.tagged(edits.tag())
                        : PollSpecBuilder.of(event))
                .pageSize(history.pageSize())
                .settleTime(history.settleTime())
                .from(from);
        this.watching = history.filtered() ? all.condition("lastname = 'in'") : all;
        this.oracle = new DeliveryOracle(event, watching.startFrom(), expected);
        store.whenFirstKept(oracle::contactEnds);
    }

    void run() {
        history.steps().forEach(this::step);
        for (int i = 0; i < 2; i++) {
            account.pass(history.settleTime().plusSeconds(2));
            pollUntilQuiet();
        }
        assertThat(account.requests(() -> assertThat(poll(ALL, 1, ALL)).isZero()))
                .as("requests of an idle poll")
                .isOne();
        oracle.end();
    }

    private void pollUntilQuiet() {
        int most = 0;
        while (poll(ALL, BATCHES[most % BATCHES.length], ALL) > 0) {
            assertThat(most++).as("polls until there is nothing new").isLessThan(4);
        }
    }

    private void step(History.Step step) {
        int few = 1 + step.a() % 7;
        int batch = BATCHES[step.b() % BATCHES.length];
        int most = step.a() % 3 == 0 ? 1 + step.b() % 9 : ALL;
        switch (step.kind()) {
            case PASS -> account.pass(Duration.ofMillis(TIMES[step.a() % TIMES.length]));
            case POLL -> poll(most, batch, ALL);
            case DELIVERY_FAILS -> poll(ALL, batch, few);
            case STORE_BREAKS, STORE_CRASHES -> {
                store.breakAfter(few - 1, step.b() % 2 == 0);
                pollThatMayFail(batch, step.kind() == History.Kind.STORE_CRASHES);
                store.mend();
            }
            case CALL_FAILS, CALL_CRASHES -> {
                account.sandbox().faults().skip(few - 1).dropConnectionBeforeCommit();
                pollThatMayFail(batch, step.kind() == History.Kind.CALL_CRASHES);
                account.sandbox().faults().clear();
            }
            case EDIT_BETWEEN_CALLS -> {
                List<History.Kind> kinds = List.copyOf(EnumSet.range(History.Kind.CREATE, History.Kind.UNTAG));
                History.Step edit = new History.Step(kinds.get(step.b() % kinds.size()), step.b(), step.a());
                account.sandbox().faults().skip(step.a() % 3).thenRun(() -> edits.apply(edit));
                poll(most, batch, ALL);
                account.sandbox().faults().clear();
            }
            case RESTART -> poller = null;
            default -> edits.apply(step);
        }
    }

    private void pollThatMayFail(int batch, boolean crash) {
        try {
            poll(ALL, batch, ALL);
        } catch (ApiException | CrashingStore.Broken e) {
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
        poller.begin();
        int done = 0;
        while (done < most) {
            List<RecordEvent> found = poller.next(Math.min(batch, most - done));
            if (found.isEmpty()) {
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
