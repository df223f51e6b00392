package io.github.camelontraport.poll.history;

import io.github.camelontraport.poll.PollAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Changes the account and the expected state. Some changes become visible late, though within the settle time. */
final class AccountEdits {

    /** By how many seconds the server's clock is set forward or, negative, back. */
    private static final int[] STEPS = {-1, -2, -3, -5, -10, -30, -60, -3_600, 2, 10, 60, 3_600};

    private static final Duration MAX_DISTANCE = Duration.ofHours(5);

    private final PollAccount account;
    private final History history;
    private final ExpectedState expected;
    private final TagHistory tags;
    private long latest;
    private boolean isLastStepSeen = true;
    private final List<LateRow> late = new ArrayList<>();

    /** @param latest when it must be visible, by our clock */
    private record LateRow(Instant visible, Instant latest) {}

    AccountEdits(PollAccount account, History history, ExpectedState expected) {
        this.account = account;
        this.history = history;
        this.expected = expected;
        this.tags = new TagHistory(account.sandbox(), expected);
    }

    TagHistory tags() {
        return tags;
    }

    void apply(History.Step step) {
        if (step.kind() == History.Kind.CLOCK_STEPS) {
            stepClock(Duration.ofSeconds(STEPS[step.a() % STEPS.length]));
            return;
        }
        if (step.kind() == History.Kind.TAG_MOVES) {
            tags.move(step);
        }
        Duration late = late(step.b());
        account.sandbox().faults().visibilityDelay(late);
        List<Long> living = expected.living();
        if (step.kind() == History.Kind.CREATE) {
            for (int i = 0; i <= step.a() % 5 * history.bulk(); i++) {
                write(0, late, step.b() + i);
            }
        } else if (!living.isEmpty() && step.kind() != History.Kind.TAG_MOVES) {
            change(step, living.get(step.a() % living.size()), late);
        }
        account.sandbox().faults().visibilityDelay(Duration.ZERO);
        if (step.kind() != History.Kind.CREATE) {
            tags.lookAtRows();
        }
    }

    /** The consumer polled, and can have seen how the clock was set. */
    void polled(int stepsBackBefore) {
        isLastStepSeen |= stepsBackBefore == expected.stepsBack();
    }

    /**
     * Not if a row became visible later than the settle time says, or was hidden again, because the sandbox measures by the
     * same clock.
     */
    private void stepClock(Duration by) {
        Duration distance = account.serverClockStep().plus(by);
        Instant before = account.serverTime();
        Instant after = before.plus(by);
        Instant now = account.timing().now();
        boolean isTooLate = late.stream()
                .filter(row -> row.visible.isAfter(after))
                .anyMatch(row -> !row.visible.isAfter(before)
                        || now.plus(Duration.between(after, row.visible)).isAfter(row.latest));
        // A step back and forth between two polls shows in nothing.
        boolean isHidden = !by.isNegative() && !isLastStepSeen;
        if (distance.abs().compareTo(MAX_DISTANCE) <= 0 && !isTooLate && !isHidden) {
            account.stepServerClock(distance);
            if (by.isNegative()) {
                expected.clockWasSetBack();
                isLastStepSeen = false;
            }
        }
    }

    private void change(History.Step step, long id, Duration late) {
        switch (step.kind()) {
            case UPDATE -> write(id, late, step.b());
            case UPDATE_SAME -> write(expected.living().contains(latest) ? latest : id, late, step.b());
            case UPDATE_MANY -> {
                List<Long> living = expected.living();
                int many = Math.min(living.size(), 3 * history.bulk());
                living.subList(0, many).forEach(each -> write(each, late, step.b()));
            }
            case DELETE -> {
                account.sandbox().delete(PollAccount.CONTACT, id);
                expected.ended(id);
            }
            case TAG -> {
                List<Long> living = expected.living();
                String name = tags.name(step.b());
                for (int i = 0; i < Math.min(history.bulk(), living.size()); i++) {
                    account.sandbox().addTag(PollAccount.CONTACT, living.get((step.a() + i) % living.size()), name);
                }
                tags.added(version(true, late));
            }
            case UNTAG -> account.sandbox().removeTag(PollAccount.CONTACT, id, TagHistory.NAME);
            default -> throw new IllegalStateException(step + " is no edit");
        }
    }

    /** Writes a record, a new one for id 0, whose content is the tick. */
    private void write(long id, Duration late, int chance) {
        ExpectedState.Version version = version(!history.filtered() || chance % 3 > 0, late);
        Map<String, String> fields = Map.of("firstname", "v" + version.tick(), "lastname", version.in() ? "in" : "out");
        latest = id;
        if (id == 0) {
            latest = account.create(fields);
        } else {
            account.sandbox().update(PollAccount.CONTACT, id, fields);
        }
        expected.wrote(latest, version);
    }

    private ExpectedState.Version version(boolean in, Duration late) {
        Instant now = account.serverTime();
        if (!late.isZero()) {
            this.late.add(new LateRow(now.plus(late), account.timing().now().plus(history.settleTime())));
        }
        return new ExpectedState.Version(expected.next(), in, now, late.isZero() ? Instant.MIN : now.plus(late));
    }

    private Duration late(int chance) {
        return switch (history.late() ? chance % 5 : 2) {
            case 0 -> history.settleTime();
            case 1 -> history.settleTime().dividedBy(2);
            default -> Duration.ZERO;
        };
    }
}
