package io.github.camelontraport.poll.keyset;

import io.github.camelontraport.poll.Poller;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import io.github.camelontraport.poll.checkpoint.WatermarkTracker;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a growing position. Everything at or below the watermark is done. Rows above it are read again, because rows
 * become visible late; the rows that were delivered are logged. The watermark rises to what has settled, as far as
 * everything up to there was delivered.
 *
 * <p>A scan from the watermark serves rows that became visible late. While many rows are logged, it is worth its
 * requests only when some of them have settled; otherwise a poll goes on where the last one stopped. So each row is read
 * a fixed number of times, however many there are and however short the polls are.
 */
public final class KeysetPoller implements Poller {

    private static final Logger LOG = LoggerFactory.getLogger(KeysetPoller.class);

    /** From so many logged rows on, it is worth a request to learn how far there is to go. */
    private static final int MANY = 2000;
    /** Up to so many logged rows, every poll scans from the watermark. */
    private static final int FEW = 100;

    private final EventStrategy strategy;
    private final Checkpoint checkpoint;
    private final KeysetState state;
    private final ServerClockWatch clock;
    private final Deque<Candidate> pending = new ArrayDeque<>();
    private Scan scan;
    /** Whether the scan began at the watermark and left out nothing, so that it can raise it. */
    private boolean fromWatermark;
    /** How far rows were read and delivered by this process. */
    private Position reached = Position.through(Long.MIN_VALUE);

    private long settled;
    private boolean probed;
    /** The watermark must stay at or below this place, for rows that are left for a later scan. */
    private Position limit;
    /** Ends the poll when the events that were found before it are delivered. */
    private RuntimeException failure;
    /** Whether the state was read from the store and the account was not compared with it yet. */
    private boolean isRestored;
    /** The highest id of the restored state, if the account does not have it and no scan has ended since. */
    private OptionalLong missing = OptionalLong.empty();
    /** Whether the ages of the stored marks were compared with the server's clock, or none were stored. */
    private boolean isAgeKnown = true;

    private boolean rowSeen;

    public KeysetPoller(EventStrategy strategy, PollingClient client, Checkpoint checkpoint) {
        this.strategy = strategy;
        this.checkpoint = checkpoint;
        this.clock = new ServerClockWatch(client);
        this.state = new KeysetState(
                checkpoint, strategy, clock, new WatermarkTracker(client.timing(), strategy.settleTime()));
    }

    @Override
    public void open() {
        isRestored = state.open();
        isAgeKnown = !isRestored;
    }

    @Override
    public void findStart() {
        if (state.watermark() == null) {
            long initial = strategy.initialWatermark(state.log());
            state.begin(initial, strategy.floor(initial));
            state.store();
        }
    }

    @Override
    public Optional<String> position() {
        if (state.watermark() == null) {
            return Optional.empty();
        }
        long main = reached.max(state.watermark()).main();
        if (main <= 0) {
            return Optional.of("the beginning");
        }
        return Optional.of(
                strategy.isDatedByServer() ? Instant.ofEpochSecond(main).toString() : "id " + main);
    }

    @Override
    public void begin() {
        pending.clear();
        scan = null;
        failure = null;
        probed = false;
    }

    @Override
    public List<RecordEvent> next(int most) {
        state.flush();
        findStart();
        compareWithAccount();
        if (scan == null || (pending.isEmpty() && !scan.ended() && isWorthBeginningAgain())) {
            beginScan();
        }
        List<RecordEvent> found = found();
        while (found.size() < most && !scan.ended() && failure == null && !isFull()) {
            if (isReadBefore()) {
                if (!found.isEmpty()) {
                    break;
                }
                skipToReached();
            }
            tryReadOn(!found.isEmpty());
            found = found();
        }
        if (found.isEmpty() && failure != null) {
            throw failure;
        }
        if (found.isEmpty()) {
            advance();
            warnIfBehind();
            state.store();
        }
        return found.size() <= most ? found : List.copyOf(found.subList(0, most));
    }

    private List<RecordEvent> found() {
        return pending.stream().flatMap(candidate -> candidate.event().stream()).toList();
    }

    private void beginScan() {
        lowerTo(strategy.beforeScan(state.watermark().main()));
        settled = isAgeKnown() ? settledNow() : Long.MIN_VALUE;
        limit = Position.END;
        boolean canSettle = Position.through(settled).compareTo(state.watermark()) > 0;
        fromWatermark = canSettle
                || reached.compareTo(state.watermark()) <= 0
                || state.log().size() <= FEW;
        scan = strategy.scan(fromWatermark ? state.watermark() : reached, state.log());
    }

    /** The ages of stored marks were measured by the time of day, which may have stepped. */
    private boolean isAgeKnown() {
        if (!isAgeKnown && !clock.isUnconfirmed()) {
            isAgeKnown = true;
            if (clock.isAgeInDoubt()) {
                state.tracker().restart();
            }
        }
        return isAgeKnown;
    }

    private long settledNow() {
        return Math.min(state.tracker().settled().orElse(Long.MIN_VALUE), strategy.settledCeiling());
    }

    private void lowerTo(long main) {
        if (main < state.watermark().main()) {
            state.lower(main);
            reached = Position.through(Long.MIN_VALUE);
        }
    }

    /**
     * In a long scan, once rows that were seen at its beginning have settled, everything up to there settles as it is
     * read and need not be logged: reading the beginning once more is cheaper.
     */
    private boolean isWorthBeginningAgain() {
        if (state.log().size() < MANY) {
            return false;
        }
        probe();
        return settledNow() > Math.max(settled, state.watermark().main());
    }

    /** Marks the end of what there is to read, so that all of it settles together. */
    private void probe() {
        if (!probed) {
            state.tracker().seen(Math.min(strategy.highest(), strategy.ceiling()));
            probed = true;
        }
    }

    /** Rows that have not settled must be logged. Their number is limited: the others wait until these have settled. */
    private boolean isFull() {
        if (!isBehindSettled() || state.log().size() + pending.size() < strategy.unsettledLimit()) {
            return false;
        }
        if (state.log().size(strategy.ceiling()) + pending.size() < strategy.unsettledLimit()) {
            return false;
        }
        probe();
        return true;
    }

    /** Events that were found before a failure are delivered first, so that one bad page does not block all others. */
    private void tryReadOn(boolean hasFound) {
        Position complete = scan.completeTo();
        try {
            readOn();
            if (pending.isEmpty()) {
                // Pages with known rows only raise the watermark too, even if there is never time for all of them.
                advance();
                state.store();
            }
        } catch (RuntimeException e) {
            if (!hasFound) {
                throw e;
            }
            failure = e;
            limit = limit.min(complete);
        }
    }

    private void readOn() {
        List<ScannedRow> rows = scan.next();
        rowSeen |= !rows.isEmpty();
        if (isSetBack() || isWorthReadingOnceMore()) {
            pending.clear();
            beginScan();
            return;
        }
        long ceiling = strategy.ceiling();
        rows.stream()
                .mapToLong(row -> row.position().main())
                .filter(position -> position <= ceiling)
                .max()
                .ifPresent(state.tracker()::seen);
        add(rows.stream().filter(this::isToBeDelivered).toList());
    }

    /**
     * The first reply after a restart tells how old the stored marks are. With that, the same scan can raise the
     * watermark. Without it, processes that live for less than a poll would never raise it.
     */
    private boolean isWorthReadingOnceMore() {
        return !isAgeKnown && !clock.isUnconfirmed() && !scan.ended();
    }

    /**
     * Whether the server's clock was set back so far that changes may have got times at or below the watermark, or the
     * same times as versions that were delivered. Then these are read again.
     */
    private boolean isSetBack() {
        if (!strategy.isDatedByServer()) {
            return false;
        }
        settled = Math.min(settled, strategy.settledCeiling());
        OptionalLong earliest = clock.earliestChangeAfterStep(state.watermark().main());
        long safe = Math.max(state.floor(), earliest.orElse(Long.MAX_VALUE) - 1);
        boolean reopened = earliest.isPresent() && state.reopen(safe);
        // What was read last is dated in the future now. It would be read again only when it settles, much later.
        boolean isAhead = earliest.isPresent() && reached.main() > strategy.ceiling();
        if (isAhead) {
            reached = Position.through(Long.MIN_VALUE);
        }
        if (safe >= state.watermark().main() && !reopened) {
            return isAhead;
        }
        LOG.warn(
                "The server's clock was set back. Reads all changes since {} again, so that none is missed; some records"
                        + " may be delivered again",
                Instant.ofEpochSecond(safe));
        lowerTo(safe);
        reached = Position.through(Long.MIN_VALUE);
        return true;
    }

    /** Whether the next rows have not settled. */
    private boolean isBehindSettled() {
        return scan.completeTo().compareTo(Position.through(settled)) >= 0;
    }

    /** Whether the next rows were delivered before, and cannot settle in this scan. */
    private boolean isReadBefore() {
        return fromWatermark
                && isBehindSettled()
                && state.log().size() > FEW
                && reached.compareTo(scan.completeTo()) > 0;
    }

    private void skipToReached() {
        advance();
        scan = strategy.scan(reached, state.log());
        fromWatermark = false;
    }

    private boolean isToBeDelivered(ScannedRow row) {
        DeliveredLog.Match match = state.log().match(row, settled);
        if (match == DeliveredLog.Match.UNCLEAR) {
            limit = limit.min(row.before());
            // Time alone makes it clear, also when nothing else changes.
            state.tracker().seen(strategy.ceiling());
        }
        return match == DeliveredLog.Match.NEW;
    }

    private void add(List<ScannedRow> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        for (Candidate candidate : strategy.candidates(fresh, settled)) {
            if (candidate.isEarly()) {
                limit = limit.min(candidate.row().before());
            } else {
                pending.add(candidate);
            }
        }
        passOver();
    }

    @Override
    public void acknowledge(RecordEvent event) {
        Candidate first = pending.poll();
        if (first == null || !first.event().equals(Optional.of(event))) {
            throw new IllegalStateException("Not the event whose turn it is: " + event.deliveryKey());
        }
        done(first.row());
        passOver();
        advance();
        state.store();
    }

    /** Rows that are not delivered are done when everything before them is. */
    private void passOver() {
        while (!pending.isEmpty() && pending.peek().event().isEmpty()) {
            done(pending.poll().row());
        }
    }

    private void done(ScannedRow row) {
        state.log().add(row);
        reach(row.position());
    }

    /** Rows of the future do not count: everything until then would be skipped. */
    private void reach(Position place) {
        if (place.main() <= strategy.ceiling() && !place.equals(Position.END)) {
            reached = reached.max(place);
        }
    }

    private void advance() {
        Position through =
                pending.isEmpty() ? scan.completeTo() : pending.peek().row().before();
        if (pending.isEmpty()) {
            reach(through);
        }
        boolean raises = fromWatermark && settled != Long.MIN_VALUE;
        state.raise(raises ? through.min(limit).min(Position.through(settled)) : state.watermark());
    }

    /**
     * Before anything is delivered: ids that the account no longer has, or does not have yet, must not hide new rows that
     * get them.
     */
    private void compareWithAccount() {
        if (!isRestored) {
            return;
        }
        long stored = state.highest();
        long found = strategy.reached(stored, clock.storedTime(), checkpoint);
        if (found < stored) {
            state.removeAbove(found);
            missing = OptionalLong.of(stored);
        }
        isRestored = false;
    }

    /** If rows above the state are found, the account has come as far as the state. */
    private void warnIfBehind() {
        if (missing.isPresent() && scan.ended()) {
            if (!rowSeen) {
                LOG.warn(
                        "The stored state may be ahead of the account: it stands at id {}, which is missing, and there is"
                                + " nothing new. Goes on from id {}, so that no new record is missed. If the newest records"
                                + " (or tags of records) were removed, all is well; if the account began anew or was"
                                + " restored from a backup, remove the state to begin at startFrom",
                        missing.getAsLong(),
                        state.watermark().main());
            }
            missing = OptionalLong.empty();
        }
    }
}
