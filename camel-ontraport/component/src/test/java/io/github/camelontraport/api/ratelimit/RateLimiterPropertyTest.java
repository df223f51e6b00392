package io.github.camelontraport.api.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.ratelimit.RateLimiter.Permit;
import io.github.camelontraport.api.time.ManualTimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The limiter's contract, for loads of any shape and servers that state anything. */
class RateLimiterPropertyTest {

    private static final long WINDOW = Duration.ofMinutes(1).toNanos();
    private static final int NEVER = -1;

    /** When one comes, and how long it waits for its turn or until it gives up. All in milliseconds. */
    record Wish(int comes, int patience, int givesUp, boolean poll) {}

    /** What becomes of the request: milliseconds to its reply, what that says, and those of a pause, 0 for none. */
    record Answer(int after, boolean lost, int pause, OptionalInt limit, OptionalInt remaining) {

        RateLimitHeaders said() {
            return new RateLimitHeaders(limit, remaining, Duration.ofMillis(pause));
        }
    }

    record Request(Wish wish, Answer answer) {}

    /** What became of one request, in nanoseconds; -1 for what did not happen. */
    private static final class Course {

        private long asked = NEVER;
        private long started = NEVER;
        private long replied = NEVER;
        private long refused = NEVER;
        private long cancelled = NEVER;
        private int answers;
        /** Where it began and ended to wait in the order of all that happened. */
        private int turn;

        private int end;
        private Priority priority;

        /** The moment at which it waited no more. */
        long over() {
            return Math.max(started, Math.max(refused, cancelled));
        }
    }

    @Provide
    Arbitrary<List<Request>> loads() {
        Arbitrary<Wish> wish = Combinators.combine(
                        // Bunches as well as trickles: many come within the same few milliseconds.
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(0, 3),
                                Arbitraries.integers().between(0, 200_000)),
                        Arbitraries.integers().between(0, 300_000),
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.just(NEVER)),
                                Tuple.of(1, Arbitraries.integers().between(0, 200_000))),
                        Arbitraries.of(true, false))
                .as(Wish::new);
        Arbitrary<OptionalInt> number = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(OptionalInt.empty())),
                Tuple.of(2, Arbitraries.integers().between(0, 200).map(OptionalInt::of)),
                Tuple.of(1, Arbitraries.of(0, 1, 999_999_999).map(OptionalInt::of)));
        Arbitrary<Answer> answer = Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.just(0), Arbitraries.integers().between(0, 90_000)),
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))),
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.just(0)),
                                Tuple.of(1, Arbitraries.integers().between(1, 120_000))),
                        number.filter(limit -> limit.orElse(1) > 0),
                        number)
                .as(Answer::new);
        return Combinators.combine(wish, answer)
                .as(Request::new)
                .list()
                .ofMaxSize(120)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    @Property
    void anyLoadIsHeldToTheLimitAndAnsweredInTimeAndInOrder(
            @ForAll("loads") List<Request> load,
            @ForAll @IntRange(min = 1, max = 200) int anyLimit,
            @ForAll boolean tight,
            @ForAll @DoubleRange(max = 0.99) double jitter,
            @ForAll @IntRange(min = -400, max = 200) int closesAfterSeconds) {
        int limit = tight ? 1 + anyLimit % 8 : anyLimit;
        ManualTimeSource timeSource = new ManualTimeSource();
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(limit, timeSource, () -> jitter);
        List<Course> courses = new ArrayList<>();
        List<long[]> pauses = new ArrayList<>();
        int[] turns = new int[1];
        long closes = closesAfterSeconds < 0
                ? Long.MAX_VALUE
                : Duration.ofSeconds(closesAfterSeconds).toNanos();
        if (closesAfterSeconds >= 0) {
            timeSource.after(Duration.ofNanos(closes)).thenRun(limiter::close);
        }
        for (Request request : load) {
            Course course = new Course();
            courses.add(course);
            timeSource.after(Duration.ofMillis(request.wish.comes)).thenRun(() -> {
                course.turn = turns[0]++;
                ask(timeSource, limiter, request, course, pauses, () -> course.end = turns[0]++);
            });
        }
        timeSource.advance(Duration.ofHours(3));
        checkAnswers(load, courses, closes);
        checkLimit(courses, limit);
        checkPauses(courses, pauses);
        checkOrder(courses);
        checkPollsAreNotStarved(courses);
        assertThat(limiter.status().waiting()).as("left waiting").isZero();
        assertThat(timeSource.pending()).as("alarms left").isZero();
    }

    private static void ask(
            ManualTimeSource timeSource,
            RateLimiter limiter,
            Request request,
            Course course,
            List<long[]> pauses,
            Runnable ends) {
        course.asked = timeSource.elapsed();
        course.priority = request.wish.poll ? Priority.POLL : Priority.PRODUCER;
        CompletableFuture<Permit> turn = limiter.acquire(course.priority, Duration.ofMillis(request.wish.patience));
        turn.whenComplete((permit, failure) -> {
            course.answers++;
            ends.run();
            if (permit != null) {
                course.started = timeSource.elapsed();
                reply(timeSource, request.answer, permit, course, pauses);
            } else if (failure instanceof RateLimitTimeoutException) {
                course.refused = timeSource.elapsed();
            } else {
                assertThat(failure).isInstanceOf(CancellationException.class);
                course.cancelled = timeSource.elapsed();
            }
        });
        if (request.wish.givesUp != NEVER) {
            timeSource.after(Duration.ofMillis(request.wish.givesUp)).thenRun(() -> turn.cancel(false));
        }
    }

    private static void reply(
            ManualTimeSource timeSource, Answer answer, Permit permit, Course course, List<long[]> pauses) {
        timeSource.after(Duration.ofMillis(answer.after)).thenRun(() -> {
            course.replied = timeSource.elapsed();
            if (answer.lost) {
                permit.unanswered();
            } else if (answer.pause == 0) {
                permit.answered(answer.said());
            } else {
                pauses.add(new long[] {
                    timeSource.elapsed(),
                    timeSource.elapsed() + Duration.ofMillis(answer.pause).toNanos()
                });
                permit.throttled(answer.said());
            }
        });
    }

    private static void checkAnswers(List<Request> load, List<Course> courses, long closes) {
        for (int i = 0; i < load.size(); i++) {
            Course course = courses.get(i);
            Wish wish = load.get(i).wish;
            long deadline = course.asked + Duration.ofMillis(wish.patience).toNanos();
            long givesUp = wish.givesUp == NEVER
                    ? Long.MAX_VALUE
                    : course.asked + Duration.ofMillis(wish.givesUp).toNanos();
            assertThat(course.answers).as("answered once").isEqualTo(1);
            assertThat(course.over())
                    .as("in time")
                    .isLessThanOrEqualTo(Math.min(deadline, Math.max(course.asked, Math.min(givesUp, closes))));
            assertThat(course.refused).as("not too early").isIn(-1L, deadline);
            assertThat(course.cancelled).as("for a reason").isIn(-1L, givesUp, Math.max(course.asked, closes));
        }
    }

    /** The server counted each at some moment from its start to its reply, so it may be in any minute they touch. */
    private static void checkLimit(List<Course> courses, int limit) {
        for (Course last : courses) {
            long counted = courses.stream()
                    .filter(other -> other.started >= 0
                            && last.started >= 0
                            && other.started <= last.started
                            && last.started < other.replied + WINDOW)
                    .count();
            assertThat(counted).as("requests that count when one starts").isLessThanOrEqualTo(limit);
        }
    }

    private static void checkPauses(List<Course> courses, List<long[]> pauses) {
        for (long[] pause : pauses) {
            assertThat(courses).noneMatch(course -> course.started > pause[0] && course.started < pause[1]);
        }
    }

    private static void checkOrder(List<Course> courses) {
        List<Course> started = courses.stream()
                .filter(course -> course.started >= 0)
                .sorted(Comparator.comparingLong(course -> course.turn))
                .toList();
        for (Course later : started) {
            for (Course first : courses) {
                if (first.turn < later.turn && first.priority == later.priority) {
                    // First come, first served: earlier requests have started by then, or wait no more.
                    assertThat(first.over()).isLessThanOrEqualTo(later.started);
                }
            }
        }
    }

    private static void checkPollsAreNotStarved(List<Course> courses) {
        int producersInARow = 0;
        for (Course each : courses.stream()
                .filter(course -> course.started >= 0)
                .sorted(Comparator.comparingInt(course -> course.end))
                .toList()) {
            boolean pollWaits = courses.stream()
                    .anyMatch(
                            other -> other.priority == Priority.POLL && other.turn < each.end && other.end > each.end);
            producersInARow = each.priority == Priority.PRODUCER && pollWaits ? producersInARow + 1 : 0;
            assertThat(producersInARow)
                    .as("producers in a row while a poll waits")
                    .isLessThan(10);
        }
    }

    @Property(tries = 20)
    void aSaturatingLoadUsesAllOfTheBudget(@ForAll @IntRange(min = 1, max = 200) int limit) {
        ManualTimeSource timeSource = new ManualTimeSource();
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(limit, timeSource, () -> 0.5);
        List<Long> starts = new ArrayList<>();
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < 5 * limit; i++) {
            all.add(limiter.acquire(Priority.PRODUCER, Duration.ofHours(1)).thenAccept(permit -> {
                starts.add(timeSource.elapsed());
                permit.answered(LimitHeaders.NOTHING);
            }));
        }
        timeSource.advance(Duration.ofMinutes(4));
        assertThat(all).allMatch(CompletableFuture::isDone);
        for (int i = 0; i < starts.size(); i++) {
            assertThat(starts.get(i)).isEqualTo(i / limit * WINDOW);
        }
    }
}
