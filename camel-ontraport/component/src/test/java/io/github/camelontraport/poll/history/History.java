package io.github.camelontraport.poll.history;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * What happens to an account and to the consumer that watches it.
 *
 * @param from  0 now, 1 beginning, 2 a time some seconds after the start
 * @param bulk  by how much more records are created or changed at once
 * @param most  records in one poll
 * @param late  whether some changes become visible late
 * @param ahead of the server's clock against ours
 */
record History(
        int pageSize,
        Duration settleTime,
        int from,
        boolean filtered,
        int bulk,
        int most,
        boolean late,
        Duration ahead,
        List<Step> steps) {

    static final int NO_LIMIT = Integer.MAX_VALUE;

    /** Each with its weight. */
    enum Kind {
        CREATE(5),
        UPDATE(4),
        UPDATE_SAME(2),
        /** Many records, all in one second. */
        UPDATE_MANY(1),
        DELETE(1),
        TAG(4),
        /** The tag is renamed, or deleted, and another one may get its name at once. */
        TAG_MOVES(2),
        UNTAG(1),
        /** The server's clock is set forward or back. */
        CLOCK_STEPS(2),
        PASS(6),
        POLL(6),
        DELIVERY_FAILS(1),
        STORE_BREAKS(1),
        STORE_CRASHES(2),
        CALL_FAILS(1),
        CALL_CRASHES(1),
        EDIT_BETWEEN_CALLS(3),
        RESTART(1);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    /** One thing that happens; what the numbers mean depends on the kind. */
    record Step(Kind kind, int a, int b) {

        @Override
        public String toString() {
            return kind + "(" + a + "," + b + ")";
        }
    }

    static Arbitrary<History> any(int bulk, int mostSteps) {
        List<Kind> kinds = Arrays.stream(Kind.values())
                .flatMap(kind -> Collections.nCopies(kind.weight, kind).stream())
                .toList();
        Arbitrary<Integer> number =
                Arbitraries.integers().between(0, 99).withDistribution(RandomDistribution.uniform());
        Arbitrary<List<Step>> steps = Combinators.combine(Arbitraries.of(kinds), number, number)
                .as(Step::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(mostSteps);
        return Combinators.combine(
                        Arbitraries.of(1, 2, 2, 3, 4, 7, 50).map(size -> bulk > 1 ? 50 : size),
                        Arbitraries.of(0, 1, 7, 30, 60).map(Duration::ofSeconds),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(1, 5, 40, NO_LIMIT, NO_LIMIT).map(most -> bulk > 1 ? Math.max(40, most) : most),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(-5_000_000, 5_000_000).map(Duration::ofMillis),
                        steps)
                .as((size, settle, from, filtered, most, late, ahead, all) ->
                        new History(size, settle, from, filtered, bulk, most, late, ahead, all));
    }
}
