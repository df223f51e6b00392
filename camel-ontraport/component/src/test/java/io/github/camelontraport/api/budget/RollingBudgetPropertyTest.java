package io.github.camelontraport.api.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.budget.Budget.Permit;
import io.github.camelontraport.api.time.ManualTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The budget's promises, for loads of any shape. */
class RollingBudgetPropertyTest {

    private static final long WINDOW = Duration.ofMinutes(1).toNanos();

    /** One request: when it comes, how long it waits, and what the server makes of it. All in milliseconds. */
    record Request(int comes, int patience, int reply, int pause) {
    }

    /** What became of one request, in nanoseconds; -1 for what did not happen. */
    private static final class Course {

        private long asked;
        private long started = -1;
        private long replied = -1;
        private long refused = -1;
        private int turn;
    }

    @Provide
    Arbitrary<List<Request>> loads() {
        Arbitrary<Request> request = Combinators.combine(
                // Bunches as well as trickles: many come within the same few milliseconds.
                Arbitraries.oneOf(Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 200_000)),
                Arbitraries.integers().between(0, 300_000),
                Arbitraries.oneOf(Arbitraries.just(0), Arbitraries.integers().between(0, 90_000)),
                Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(9, Arbitraries.just(0)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(1, 120_000)))).as(Request::new);
        return request.list().ofMaxSize(120);
    }

    @Property(tries = 400)
    void anyLoadIsHeldToTheLimitAndAnsweredInTimeAndInOrder(@ForAll("loads") List<Request> load,
            @ForAll @IntRange(min = 1, max = 200) int anyLimit, @ForAll boolean tight,
            @ForAll @DoubleRange(max = 0.99) double jitter) {
        int limit = tight ? 1 + anyLimit % 8 : anyLimit;
        ManualTiming timing = new ManualTiming();
        RollingBudget budget = new RollingBudget(limit, timing, () -> jitter);
        List<Course> courses = new ArrayList<>();
        List<long[]> pauses = new ArrayList<>();
        int[] turns = new int[2];
        for (Request request : load) {
            Course course = new Course();
            courses.add(course);
            timing.after(Duration.ofMillis(request.comes)).thenRun(() -> {
                course.asked = timing.elapsed();
                int turn = turns[0]++;
                course.turn = turn;
                budget.acquire(Priority.PRODUCER, Duration.ofMillis(request.patience)).whenComplete((permit, failure) -> {
                    if (failure != null) {
                        assertThat(failure).isInstanceOf(BudgetExhaustedException.class);
                        course.refused = timing.elapsed();
                    } else {
                        course.started = timing.elapsed();
                        reply(timing, request, permit, course, pauses);
                    }
                });
            });
        }
        timing.advance(Duration.ofHours(3));
        checkAnswers(load, courses);
        checkLimit(courses, limit);
        checkPauses(courses, pauses);
        checkOrder(courses);
        assertThat(timing.pending()).as("alarms left").isZero();
    }

    private static void reply(ManualTiming timing, Request request, Permit permit, Course course, List<long[]> pauses) {
        timing.after(Duration.ofMillis(request.reply)).thenRun(() -> {
            course.replied = timing.elapsed();
            if (request.pause == 0) {
                permit.done();
            } else {
                pauses.add(new long[]{timing.elapsed(), timing.elapsed() + Duration.ofMillis(request.pause).toNanos()});
                permit.throttled(Duration.ofMillis(request.pause));
            }
        });
    }

    private static void checkAnswers(List<Request> load, List<Course> courses) {
        for (int i = 0; i < load.size(); i++) {
            Course course = courses.get(i);
            long deadline = course.asked + Duration.ofMillis(load.get(i).patience).toNanos();
            assertThat(course.started >= 0 ^ course.refused >= 0).as("answered once").isTrue();
            assertThat(Math.max(course.started, course.refused)).as("in time").isLessThanOrEqualTo(deadline);
            assertThat(course.refused).as("not too early").isIn(-1L, deadline);
        }
    }

    /** The server counted each at some moment from its start to its reply, so it may be in any minute they touch. */
    private static void checkLimit(List<Course> courses, int limit) {
        for (Course last : courses) {
            long counted = courses.stream().filter(other -> other.started >= 0 && last.started >= 0
                    && other.started <= last.started && last.started < other.replied + WINDOW).count();
            assertThat(counted).as("requests that count when one starts").isLessThanOrEqualTo(limit);
        }
    }

    private static void checkPauses(List<Course> courses, List<long[]> pauses) {
        for (long[] pause : pauses) {
            assertThat(courses).noneMatch(course -> course.started > pause[0] && course.started < pause[1]);
        }
    }

    private static void checkOrder(List<Course> courses) {
        for (Course first : courses) {
            for (Course later : courses) {
                if (first.turn < later.turn && later.started >= 0) {
                    // Nobody overtakes: who asked before has started by then, or has been refused.
                    assertThat(first.started >= 0 ? first.started : first.refused).isLessThanOrEqualTo(later.started);
                }
            }
        }
    }

    @Property(tries = 50)
    void aSaturatingLoadUsesAllOfTheBudget(@ForAll @IntRange(min = 1, max = 200) int limit) {
        ManualTiming timing = new ManualTiming();
        RollingBudget budget = new RollingBudget(limit, timing, () -> 0.5);
        List<Long> starts = new ArrayList<>();
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < 5 * limit; i++) {
            all.add(budget.acquire(Priority.PRODUCER, Duration.ofHours(1)).thenAccept(permit -> {
                starts.add(timing.elapsed());
                permit.done();
            }).toCompletableFuture());
        }
        timing.advance(Duration.ofMinutes(4));
        assertThat(all).allMatch(CompletableFuture::isDone);
        for (int i = 0; i < starts.size(); i++) {
            assertThat(starts.get(i)).isEqualTo(i / limit * WINDOW);
        }
    }
}
