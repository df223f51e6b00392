package io.github.camelontraport.kill;

import io.github.camelontraport.kill.PrintedDelivery.Version;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * An account whose contacts somebody creates, changes, tags and deletes all the time, and a record of all that.
 */
final class ChangingAccount implements AutoCloseable {

    private static final int CONTACTS = 0;
    /** There from the beginning: only what a poller for deletions has seen at its first contact it is sure to miss. */
    static final int FOUNDERS = 30;

    private static final int BURST = 8;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final long LONGEST_HIDDEN = 3000;
    private static final int MOST_HIDDEN = 10;

    private final ContactHistory history = new ContactHistory();
    private final OntraportSandbox sandbox =
            OntraportSandbox.builder().requestsPerMinute(1_000_000_000).start();
    private final Random random;
    private final long settleTime;
    private final List<Long> ids = new ArrayList<>();
    private final Deque<Long> founders = new ArrayDeque<>();
    private final Deque<Hidden> hidden = new ArrayDeque<>();
    private final ScheduledExecutorService busy = Executors.newSingleThreadScheduledExecutor();
    private ScheduledFuture<?> changes;
    private BooleanSupplier deletable;
    private volatile int count;
    private volatile int created;

    private record Hidden(long id, long since) {}

    ChangingAccount(Random random, long settleTime) {
        this.random = random;
        this.settleTime = settleTime;
        for (int i = 0; i < FOUNDERS; i++) {
            founders.add(create(false));
        }
        tag();
    }

    OntraportSandbox sandbox() {
        return sandbox;
    }

    /** To be read before {@link #start} and after {@link #stop} only. */
    ContactHistory history() {
        return history;
    }

    /** How many contacts were created so far. */
    int created() {
        return created;
    }

    /** How many versions of contacts there were so far; {@link PollingChild#VERSION} numbers them. */
    int versions() {
        return count;
    }

    /**
     * @param wanted whether more is to happen, lest the children fall behind
     * @param deletable whether what happens to the contacts there were at the start is being watched
     */
    void start(BooleanSupplier wanted, BooleanSupplier deletable) {
        this.deletable = deletable;
        changes = busy.scheduleWithFixedDelay(
                () -> {
                    for (int i = random.nextInt(BURST); i >= 0 && wanted.getAsBoolean(); i--) {
                        change();
                    }
                    // Long enough for a poll to pass it over, and well within the settle time.
                    releaseHidden(Duration.ofMillis(Math.min(LONGEST_HIDDEN, settleTime * 3 / 10)));
                },
                0,
                PAUSE.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Nothing happens any more, and everything can be seen. */
    void stop() throws Exception {
        busy.shutdown();
        if (!busy.awaitTermination(1, TimeUnit.MINUTES) || !changes.isCancelled()) {
            // Fails with what went wrong.
            changes.get();
        }
        releaseHidden(Duration.ZERO);
    }

    private void change() {
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> create(false);
            case 4 -> create(mayHide());
            case 5, 6 -> update(false);
            case 7 -> update(mayHide());
            case 8 -> tag();
            default -> delete();
        }
    }

    private boolean mayHide() {
        return settleTime > 0 && hidden.size() < MOST_HIDDEN;
    }

    private long create(boolean hide) {
        long began = System.nanoTime();
        Map<String, String> fields = Map.of(PollingChild.VERSION, nextVersion());
        long id = hide ? sandbox.createHidden(CONTACTS, fields) : sandbox.create(CONTACTS, fields);
        ids.add(id);
        note(id, hide, began);
        created = history.versions.size();
        return id;
    }

    private void update(boolean hide) {
        long id = any();
        if (hidden.stream().noneMatch(it -> it.id == id)) {
            long began = System.nanoTime();
            Map<String, String> fields = Map.of(PollingChild.VERSION, nextVersion());
            if (hide) {
                sandbox.updateHidden(CONTACTS, id, fields);
            } else {
                sandbox.update(CONTACTS, id, fields);
            }
            note(id, hide, began);
        }
    }

    /** Written by one thread only. */
    private String nextVersion() {
        int next = count + 1;
        count = next;
        return Integer.toString(next);
    }

    private void note(long id, boolean hide, long began) {
        Map<String, Object> record = sandbox.find(CONTACTS, id).orElseThrow();
        history.changed(id, new Version((String) record.get("dlm"), (String) record.get(PollingChild.VERSION)));
        if (hide) {
            hidden.add(new Hidden(id, began));
            history.late.add(id);
        }
    }

    private void releaseHidden(Duration after) {
        while (!hidden.isEmpty() && System.nanoTime() - hidden.peek().since >= after.toNanos()) {
            Hidden first = hidden.poll();
            sandbox.release(CONTACTS, first.id);
            if (System.nanoTime() - first.since
                    > Duration.ofMillis(settleTime)
                            .multipliedBy(9)
                            .dividedBy(10)
                            .toNanos()) {
                // This machine was busy for so long that it was hidden for about the settle time, which proves nothing.
                history.tooLate(first.id);
            }
        }
    }

    private void tag() {
        long id = any();
        // Others too, so that the rows of the one that is watched have gaps.
        if (random.nextInt(4) == 0) {
            sandbox.addTag(CONTACTS, id, "Other");
        } else {
            sandbox.addTag(CONTACTS, id, PollingChild.TAG);
            history.tagged.add(id);
        }
    }

    /** In the order of their ids, which is that of their delivery as well. */
    private void delete() {
        if (!founders.isEmpty() && deletable.getAsBoolean()) {
            long id = founders.poll();
            sandbox.delete(CONTACTS, id);
            hidden.removeIf(it -> it.id == id);
            ids.remove(id);
            history.deleted.add(id);
        }
    }

    private long any() {
        return ids.get(random.nextInt(ids.size()));
    }

    @Override
    public void close() {
        busy.shutdownNow();
        sandbox.close();
    }
}
