package io.github.camelontraport.poll.deleted;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.poll.FailingStore.Crash;
import io.github.camelontraport.poll.FakeRecords;
import io.github.camelontraport.poll.checkpoint.IdSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Any history of records, polls, crashes and failures, against a model of what must and may be delivered. */
class DeletedPropertyTest {

    /** What can happen. */
    enum Kind {
        CREATE,
        CREATE_LATE,
        SHOW,
        DELETE,
        DELETE_RUN,
        POLL,
        RESTART,
        REFUSED_POLL,
        CRASHED_POLL,
        FAILED_STORE,
        MOVING_POLL,
        /** Copies of the database that lag do not show some records in a part of the replies. */
        LAGGING_POLL,
        DAY
    }

    /** One event; what the numbers mean depends on it. */
    record Event(Kind kind, int one, int other) {}

    /** The records, and what was delivered. */
    private static final class Model {

        private final FakeRecords records = new FakeRecords();
        private final DeletedFixture fixture = new DeletedFixture(records);
        private final TreeSet<Long> hidden = new TreeSet<>();
        private final TreeSet<Long> deleted = new TreeSet<>();
        private final TreeSet<Long> seen = new TreeSet<>();
        private final TreeSet<Long> due = new TreeSet<>();
        private final TreeSet<Long> lagged = new TreeSet<>();
        private long last;
        private int failures;
        private boolean late;

        private Model(long first, int page) {
            last = first;
            fixture.maxDeleted = OptionalLong.of(Long.MAX_VALUE);
            fixture.most = page;
            fixture.restart();
        }

        private void apply(Event event) {
            switch (event.kind) {
                case CREATE -> create(event.one, event.other);
                case CREATE_LATE -> {
                    late = true;
                    hidden.add(++last);
                }
                case SHOW ->
                    hidden.stream().skip(event.one % 3).findFirst().ifPresent(id -> {
                        hidden.remove(id);
                        records.ids.add(id);
                    });
                case DELETE -> delete(event.one * 7919L + event.other, 1);
                case DELETE_RUN -> delete(event.one * 7919L, event.other);
                case POLL -> poll();
                case RESTART -> fixture.restart();
                case REFUSED_POLL -> {
                    records.refused = records.requests + event.one % 12;
                    poll();
                    records.refused = -1;
                }
                case CRASHED_POLL, FAILED_STORE -> {
                    fixture.store.good = event.one % 6;
                    if (!poll() && event.kind == Kind.CRASHED_POLL) {
                        fixture.restart();
                    }
                    fixture.store.good = -1;
                }
                case MOVING_POLL -> {
                    records.events.put(records.requests + event.one % 12, () -> {
                        create(event.other % 3, 1);
                        delete(event.other * 104_729L, event.one % 3);
                    });
                    poll();
                    records.events.clear();
                }
                case LAGGING_POLL -> pollWithLag(event.one, event.other);
                case DAY -> fixture.pass(DeletedFixture.INTERVAL);
            }
        }

        /** No copy lags for longer than the settle time, so no record is left out twice. */
        private void pollWithLag(int one, int other) {
            late = true;
            List<Long> ids = records.ids.next(one * 31L % Math.max(1, last), 1 + other % 7).stream()
                    .filter(lagged::add)
                    .toList();
            int from = records.requests + one % 6;
            records.events.put(from, () -> ids.forEach(records.ids::remove));
            records.events.put(from + 1 + other % 12, () -> ids.forEach(records.ids::add));
            poll(fixture::pollOnce);
            records.events.clear();
            ids.forEach(records.ids::add);
        }

        private void create(int number, int gap) {
            for (int i = 0; i < number; i++) {
                last += 1 + (i % 5 == 0 ? gap % 4 : 0);
                records.ids.add(last);
            }
        }

        private void delete(long where, int number) {
            long from = records.ids.isEmpty() ? 0 : where % (records.ids.highest() + 1);
            for (long id : records.ids.next(from - 1, number)) {
                records.ids.remove(id);
                deleted.add(id);
                if (seen.contains(id)) {
                    due.add(id);
                }
            }
        }

        /** Whether it came to its end. What exists all through a poll that did is known from then on. */
        private boolean poll() {
            return poll(fixture::poll);
        }

        private boolean poll(Runnable polls) {
            TreeSet<Long> before = new TreeSet<>(records.ids.next(IdSet.NONE, Integer.MAX_VALUE));
            try {
                polls.run();
            } catch (Crash | ApiException e) {
                failures++;
                return false;
            } finally {
                fixture.pass(Duration.ofSeconds(1));
            }
            if (!late) {
                before.removeAll(deleted);
                seen.addAll(before);
            }
            return true;
        }

        private void check() {
            // A sweep that was under way, what it found, and one of everything.
            for (int i = 0; i < 3; i++) {
                fixture.pass(DeletedFixture.INTERVAL);
                assertThat(poll()).isTrue();
            }
            assertThat(deleted).containsAll(fixture.ids());
            assertThat(fixture.ids()).containsAll(due);
            Map<Long, Integer> times = new HashMap<>();
            fixture.ids().forEach(id -> times.merge(id, 1, Integer::sum));
            assertThat(times.values().stream().mapToInt(each -> each - 1).sum()).isLessThanOrEqualTo(failures);
            Map<Long, String> keys = new TreeMap<>();
            fixture.delivered.forEach(each -> assertThat(keys.merge(each.id(), each.deliveryKey(), (a, b) -> b))
                    .isEqualTo(keys.computeIfAbsent(each.id(), id -> each.deliveryKey())));
            int requests = records.requests;
            assertThat(fixture.poll()).isEmpty();
            assertThat(records.requests - requests).as("requests when idle").isEqualTo(1);
        }
    }

    @Provide
    Arbitrary<List<Event>> histories() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(4, Kind.CREATE),
                Tuple.of(4, Kind.DELETE),
                Tuple.of(2, Kind.DELETE_RUN),
                Tuple.of(4, Kind.POLL),
                Tuple.of(1, Kind.RESTART),
                Tuple.of(2, Kind.REFUSED_POLL),
                Tuple.of(2, Kind.CRASHED_POLL),
                Tuple.of(2, Kind.FAILED_STORE),
                Tuple.of(2, Kind.MOVING_POLL),
                Tuple.of(1, Kind.DAY));
        return events(kinds);
    }

    @Provide
    Arbitrary<List<Event>> lateHistories() {
        return events(Arbitraries.of(Kind.values()));
    }

    private static Arbitrary<List<Event>> events(Arbitrary<Kind> kinds) {
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.integers().between(0, 60))
                .as(Event::new)
                .list()
                .ofMaxSize(30);
    }

    @Property
    void recordsThatWereSeenAndDeletedAreDelivered(
            @ForAll("histories") List<Event> history,
            @ForAll @IntRange(max = 2000) int records,
            @ForAll @IntRange(min = 1, max = 7) int page,
            @ForAll boolean high) {
        Model model = new Model(high ? 4_294_967_000L : 0, page);
        model.create(records, 3);
        history.forEach(model::apply);
        model.check();
    }

    /** With records that turn up late the counts can be equal by chance, so only sweeps are sure of what they saw. */
    @Property
    void nothingElseIsDelivered(
            @ForAll("lateHistories") List<Event> history,
            @ForAll @IntRange(max = 400) int records,
            @ForAll @IntRange(min = 1, max = 7) int page) {
        Model model = new Model(0, page);
        model.create(records, 3);
        history.forEach(model::apply);
        model.check();
    }
}
