package io.github.camelontraport.poll.history;

import io.github.camelontraport.poll.PollAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Changes the account and the expected state. Some changes become visible late, though within the settle time. */
final class AccountEdits {

    static final String TAG = "Watched";

    private static final int TAG_TYPE = 14;
    private static final int TAG_SUBSCRIBERS = 138;

    private final PollAccount account;
    private final History history;
    private final ExpectedState expected;
    private final long tag;
    private long latest;

    AccountEdits(PollAccount account, History history, ExpectedState expected) {
        this.account = account;
        this.history = history;
        this.expected = expected;
        this.tag = account.sandbox().create(TAG_TYPE, Map.of("tag_name", TAG, "object_type_id", "0"));
    }

    long tag() {
        return tag;
    }

    void apply(History.Step step) {
        Duration late = late(step.b());
        account.sandbox().faults().visibilityDelay(late);
        List<Long> living = expected.living();
        if (step.kind() == History.Kind.CREATE) {
            for (int i = 0; i <= step.a() % 5 * history.bulk(); i++) {
                write(0, late, step.b() + i);
            }
        } else if (!living.isEmpty()) {
            change(step, living.get(step.a() % living.size()), late);
        }
        account.sandbox().faults().visibilityDelay(Duration.ZERO);
        if (step.kind() != History.Kind.CREATE) {
            expected.tagsAreNow(account.sandbox().records(TAG_SUBSCRIBERS).stream()
                    .map(row -> number(row.get("id")))
                    .collect(Collectors.toSet()));
        }
    }

    private void change(History.Step step, long id, Duration late) {
        switch (step.kind()) {
            case UPDATE -> write(id, late, step.b());
            case UPDATE_SAME -> write(expected.living().contains(latest) ? latest : id, late, step.b());
            case DELETE -> {
                account.sandbox().delete(PollAccount.CONTACT, id);
                expected.ended(id);
            }
            case TAG -> {
                List<Long> living = expected.living();
                for (int i = 0; i < Math.min(history.bulk(), living.size()); i++) {
                    account.sandbox().addTag(PollAccount.CONTACT, living.get((step.a() + i) % living.size()), TAG);
                }
                ExpectedState.Version version = version(true, late);
                account.sandbox()
                        .records(TAG_SUBSCRIBERS)
                        .forEach(row -> expected.tagged(number(row.get("id")), number(row.get("object_id")), version));
            }
            case UNTAG -> account.sandbox().removeTag(PollAccount.CONTACT, id, TAG);
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
        return new ExpectedState.Version(expected.next(), in, now, now.plus(late));
    }

    private Duration late(int chance) {
        return switch (chance % 5) {
            case 0 -> history.settleTime();
            case 1 -> history.settleTime().dividedBy(2);
            default -> Duration.ZERO;
        };
    }

    private static long number(Object text) {
        return Long.parseLong(text.toString());
    }
}
