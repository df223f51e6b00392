package io.github.camelontraport.operation.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.time.ManualTimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class RequestBatcherPropertyTest {

    private static final Duration DELAY = Duration.ofMillis(100);

    /** What happens next: a request about a record, a call by itself, time passing, replies, the stop. */
    record Step(String what, long id) {}

    @Provide
    Arbitrary<Step> steps() {
        return Combinators.combine(
                        Arbitraries.of(
                                "tag", "tag", "untag", "untag", "get", "get", "change", "change", "read", "time",
                                "replies", "drain"),
                        Arbitraries.longs().between(1, 6))
                .as(Step::new);
    }

    private static final class Run {

        final ManualTimeSource timing = new ManualTimeSource();
        final RequestBatcher<String> batcher = new RequestBatcher<>(timing);
        final FakeBatchServer calls = new FakeBatchServer();
        final Map<Long, List<String>> asked = new HashMap<>();
        final List<CompletableFuture<String>> answers = new ArrayList<>();
        final List<String> expected = new ArrayList<>();
        final int[] answered;

        Run(int steps) {
            answered = new int[steps];
        }

        void ask(String kind, long id, int most) {
            asked.computeIfAbsent(id, none -> new ArrayList<>()).add(kind);
            expected.add(calls.guilty.contains(id) ? "refused" : kind + " " + id);
            answered(new BatchingPolicy<>(batcher, "settings", DELAY, most, () -> false)
                    .batch(0, calls.request(kind, id, 50), FakeBatchServer.usage())
                    .toCompletableFuture());
        }

        /** Each of another kind, so that a wrong order shows. */
        void alone(long id, boolean reading, int most) {
            String kind = (reading ? "read" : "change") + answers.size();
            asked.computeIfAbsent(id, none -> new ArrayList<>()).add(kind);
            expected.add(calls.guilty.contains(id) ? "refused" : kind + " 0");
            answered(new BatchingPolicy<>(batcher, "settings", DELAY, most, () -> false)
                    .unbatched(0, reading, FakeBatchServer.usage(), () -> calls.alone(kind, List.of(id)))
                    .toCompletableFuture());
        }

        private void answered(CompletableFuture<String> answer) {
            int number = answers.size();
            answers.add(answer);
            answer.whenComplete((value, failure) -> answered[number]++);
        }
    }

    @Property(tries = 500)
    void eachIsAnsweredOnceAndWhatIsAboutOneRecordIsDoneInItsOrder(
            @ForAll @Size(max = 60) List<@net.jqwik.api.From("steps") Step> steps,
            @ForAll @IntRange(min = 1, max = 4) int most,
            @ForAll @Size(max = 2) Set<@LongRange(min = 1, max = 6) Long> guilty) {
        Run run = new Run(steps.size());
        run.calls.guilty.addAll(guilty);
        for (Step step : steps) {
            switch (step.what) {
                case "time" -> run.timing.advance(DELAY);
                case "replies" -> run.calls.answer();
                case "drain" -> run.batcher.drain();
                case "change" -> run.alone(step.id, false, most);
                case "read" -> run.alone(step.id, true, most);
                default -> run.ask(step.what, step.id, most);
            }
        }
        run.timing.close();
        run.calls.answerAll();

        for (int i = 0; i < run.answers.size(); i++) {
            assertThat(run.answered[i]).isEqualTo(1);
            assertThat(run.answers
                            .get(i)
                            .handle((value, failure) -> failure == null ? value : "refused")
                            .join())
                    .isEqualTo(run.expected.get(i));
        }
        assertThat(run.calls.ids())
                .allSatisfy(
                        ids -> assertThat(ids).hasSizeLessThanOrEqualTo(most).doesNotHaveDuplicates());
        run.asked.forEach((id, kinds) -> assertThat(withoutRepeats(done(run.calls, id)))
                .as("about " + id)
                .isEqualTo(withoutRepeats(kinds)));
        assertThat(unexpectedOverlaps(run.calls)).isEmpty();
    }

    /** Calls by themselves that only read may overlap with each other, as they do without joining. */
    private static List<String> unexpectedOverlaps(FakeBatchServer calls) {
        return calls.overlaps.stream()
                .filter(overlap -> !overlap.matches(".*kind=read.* and .*kind=read.*"))
                .toList();
    }

    private static List<String> done(FakeBatchServer calls, long id) {
        return calls.sent.stream()
                .filter(call -> call.ids().contains(id))
                .map(FakeBatchServer.Sent::kind)
                .toList();
    }

    /** Doing the same twice in a row is doing it once, and a call that is split comes again. */
    private static List<String> withoutRepeats(List<String> kinds) {
        return IntStream.range(0, kinds.size())
                .filter(i -> i == 0 || !kinds.get(i).equals(kinds.get(i - 1)))
                .mapToObj(kinds::get)
                .toList();
    }

    @Property
    void noCallIsMadeThatIsNotNeeded(
            @ForAll @Size(min = 1, max = 100) List<@LongRange(min = 1, max = 60) Long> ids,
            @ForAll @IntRange(min = 1, max = 20) int most,
            @ForAll @Size(max = 3) Set<@LongRange(min = 1, max = 60) Long> guilty) {
        Run run = new Run(ids.size());
        run.calls.guilty.addAll(guilty);
        ids.forEach(id -> run.ask("tag", id, most));
        run.timing.advance(DELAY);
        run.calls.answerAll();

        int needed = 0;
        Set<Long> batch = new LinkedHashSet<>();
        for (long id : ids) {
            batch.add(id);
            if (batch.size() == most) {
                needed += calls(List.copyOf(batch), guilty);
                batch.clear();
            }
        }
        needed += batch.isEmpty() ? 0 : calls(List.copyOf(batch), guilty);
        assertThat(run.calls.sent).hasSize(needed);
    }

    /** One call, and when it is refused those for its halves. */
    private static int calls(List<Long> ids, Set<Long> guilty) {
        int half = ids.size() / 2;
        return ids.size() == 1 || ids.stream().noneMatch(guilty::contains)
                ? 1
                : 1 + calls(ids.subList(0, half), guilty) + calls(ids.subList(half, ids.size()), guilty);
    }
}
