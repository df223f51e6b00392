package io.github.camelontraport.operation.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.time.ManualTimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBatcherTest {

    private static final int CONTACTS = 0;
    private static final Duration DELAY = Duration.ofSeconds(1);

    private final ManualTimeSource timing = new ManualTimeSource();
    private final RequestBatcher<String> batcher = new RequestBatcher<>(timing);
    private final FakeBatchServer calls = new FakeBatchServer();

    private CompletableFuture<String> ask(String kind, long id) {
        return ask(kind, id, FakeBatchServer.usage());
    }

    private CompletableFuture<String> ask(String kind, long id, CallContext usage) {
        return joining("settings", 4)
                .batch(CONTACTS, calls.request(kind, id, 50), usage)
                .toCompletableFuture();
    }

    private BatchingPolicy<String> joining(Object settings, int size) {
        return new BatchingPolicy<>(batcher, settings, DELAY, size, () -> false);
    }

    @Test
    void waitsForOthersAndThenAnswersEach() {
        CompletableFuture<String> first = ask("tag", 1);
        timing.advance(DELAY.minusNanos(1));
        CompletableFuture<String> second = ask("tag", 2);
        assertThat(calls.sent).isEmpty();

        timing.advance(Duration.ofNanos(1));

        assertThat(calls.ids()).containsExactly(List.of(1L, 2L));
        assertThat(first).isNotDone();
        calls.answer();
        assertThat(first).isCompletedWithValue("tag 1");
        assertThat(second).isCompletedWithValue("tag 2");
    }

    /** Whole batch, two halves and three single records: then the request is wrong, not the records. */
    @Test
    void aRequestThatIsRefusedForEveryRecordIsNotTriedForEach() {
        calls.atOnce = true;
        LongStream.rangeClosed(1, 200).forEach(calls.guilty::add);
        BatchingPolicy<String> batching = joining("settings", 200);

        List<CompletableFuture<String>> answers = LongStream.rangeClosed(1, 200)
                .mapToObj(id -> batching.batch(CONTACTS, calls.request("tag", id, 1_000), FakeBatchServer.usage())
                        .toCompletableFuture())
                .toList();

        assertThat(calls.sent).hasSize(6);
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompletedExceptionally());
    }

    @Test
    void guiltyRecordsInBothHalvesDoNotCondemnTheOthers() {
        calls.atOnce = true;
        calls.guilty.addAll(List.of(1L, 101L, 200L));
        BatchingPolicy<String> batching = joining("settings", 200);

        List<CompletableFuture<String>> answers = LongStream.rangeClosed(1, 200)
                .mapToObj(id -> batching.batch(CONTACTS, calls.request("tag", id, 1_000), FakeBatchServer.usage())
                        .toCompletableFuture())
                .toList();

        for (int i = 0; i < 200; i++) {
            assertThat(answers.get(i).isCompletedExceptionally()).isEqualTo(calls.guilty.contains(i + 1L));
        }
    }

    @Test
    void aFullBatchDoesNotWait() {
        LongStream.rangeClosed(1, 9).forEach(id -> ask("tag", id));

        assertThat(calls.ids()).containsExactly(List.of(1L, 2L, 3L, 4L), List.of(5L, 6L, 7L, 8L));
        assertThat(timing.asked()).as("no more timers than batches").hasSize(3);
    }

    @Test
    void anIdThatComesTwiceIsSentOnceAndBothAreAnswered() {
        CompletableFuture<String> one = ask("tag", 7);
        CompletableFuture<String> other = ask("tag", 7);
        timing.advance(DELAY);
        calls.answer();

        assertThat(calls.ids()).containsExactly(List.of(7L));
        assertThat(one).isCompletedWithValue("tag 7");
        assertThat(other).isCompletedWithValue("tag 7");
    }

    @Test
    void onlyEqualRequestsWithEqualSettingsAreJoined() {
        ask("tag", 1);
        ask("tag other", 2);
        joining("other settings", 4).batch(CONTACTS, calls.request("tag", 3, 50), FakeBatchServer.usage());
        joining("settings", 5).batch(CONTACTS, calls.request("tag", 4, 50), FakeBatchServer.usage());
        joining("settings", 4).batch(1, calls.request("tag", 5, 50), FakeBatchServer.usage());
        timing.advance(DELAY);

        assertThat(calls.ids())
                .containsExactlyInAnyOrder(List.of(1L), List.of(2L), List.of(3L), List.of(4L), List.of(5L));
    }

    @Test
    void whatIsAboutOneRecordIsDoneInTurn() {
        ask("tag", 1);
        ask("tag", 2);
        ask("untag", 2);
        assertThat(calls.ids()).as("nothing waits for a time that nobody uses").containsExactly(List.of(1L, 2L));
        ask("untag", 3);
        timing.advance(DELAY);
        assertThat(calls.sent).as("not before the reply").hasSize(1);

        calls.answer();

        assertThat(calls.sent).extracting(FakeBatchServer.Sent::kind).containsExactly("tag", "untag");
        assertThat(calls.ids().get(1)).containsExactly(2L, 3L);
    }

    @Test
    void aCallByItselfComesInItsTurnToo() {
        ask("tag", 1);
        CompletableFuture<String> alone = joining("settings", 4)
                .unbatched(CONTACTS, false, FakeBatchServer.usage(), () -> calls.alone("untag", List.of(1L, 2L)))
                .toCompletableFuture();
        ask("tag", 2);
        timing.advance(DELAY);
        assertThat(calls.ids()).containsExactly(List.of(1L));

        calls.answer();
        assertThat(calls.ids()).containsExactly(List.of(1L), List.of(1L, 2L));
        assertThat(alone).isNotDone();
        calls.answer();

        assertThat(alone).isCompletedWithValue("untag 0");
        assertThat(calls.ids()).containsExactly(List.of(1L), List.of(1L, 2L), List.of(2L));
    }

    private void alone(boolean reading, String kind) {
        joining("settings", 4)
                .unbatched(CONTACTS, reading, FakeBatchServer.usage(), () -> calls.alone(kind, List.of(1L)));
    }

    @Test
    void callsByThemselvesThatOnlyReadDoNotWaitForEachOther() {
        alone(true, "count");
        alone(true, "search");

        assertThat(calls.sent).hasSize(2);
    }

    @Test
    void callsByThemselvesAreStartedAsTheyCameAndThoseThatChangeSomethingInTurn() {
        ask("tag", 1);
        alone(true, "count");
        alone(true, "search");
        alone(false, "pause");
        alone(false, "unpause");
        alone(true, "search");
        alone(true, "count");
        calls.answer();
        assertThat(calls.sent).extracting(FakeBatchServer.Sent::kind).containsExactly("tag", "count", "search");
        calls.answer();
        assertThat(calls.sent).extracting(FakeBatchServer.Sent::kind).endsWith("pause");
        calls.answerAll();

        assertThat(calls.sent)
                .extracting(FakeBatchServer.Sent::kind)
                .containsExactly("tag", "count", "search", "pause", "unpause", "search", "count");
    }

    @Test
    void aLongLineOfCallsByThemselvesIsAnswered() {
        CompletableFuture<String> reply = new CompletableFuture<>();
        List<CompletableFuture<String>> asked = IntStream.range(0, 10_000)
                .mapToObj(i -> joining("settings", 4)
                        .unbatched(CONTACTS, i % 3 == 0, FakeBatchServer.usage(), () -> reply)
                        .toCompletableFuture())
                .toList();

        reply.complete("done");

        assertThat(asked).allSatisfy(answer -> assertThat(answer).isCompletedWithValue("done"));
    }

    @Test
    void aLongChainOfCallsThatFailAtOnceIsAnswered() {
        CompletableFuture<LongFunction<String>> reply = new CompletableFuture<>();
        List<CompletableFuture<String>> asked = IntStream.range(0, 10_000)
                .mapToObj(i -> joining("settings", 4)
                        .batch(
                                CONTACTS,
                                new BatchableRequest<>(i % 2 == 0 ? "tag" : "untag", 1, 50, (ids, usage) -> reply),
                                FakeBatchServer.usage())
                        .toCompletableFuture())
                .toList();
        timing.advance(DELAY);

        reply.completeExceptionally(new IllegalStateException("stopped"));

        assertThat(asked).allSatisfy(answer -> assertThat(answer).isCompletedExceptionally());
    }

    @Test
    void aRefusedCallIsSplitUntilOnlyTheGuiltyFails() {
        calls.atOnce = true;
        calls.guilty.add(3L);
        CallContext guilty = FakeBatchServer.usage();
        List<CompletableFuture<String>> others =
                LongStream.of(1, 2).mapToObj(id -> ask("tag", id)).toList();
        CompletableFuture<String> refused = ask("tag", 3, guilty);
        CompletableFuture<String> last = ask("tag", 4);

        assertThat(calls.ids())
                .containsExactly(List.of(1L, 2L, 3L, 4L), List.of(1L, 2L), List.of(3L, 4L), List.of(3L), List.of(4L));
        assertThat(others).allSatisfy(other -> assertThat(other).isCompleted());
        assertThat(last).isCompletedWithValue("tag 4");
        assertThat(catchThrowable(refused::join)).hasRootCauseMessage("tag refused");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 401, 403, 429, 500})
    void anyOtherFailureIsThatOfAllInTheCall(int status) {
        ApiException failure =
                ApiException.details(Kind.OTHER, "failed").status(status).build();
        int[] made = {0};
        BatchableRequest.Call<String> failing = (ids, usage) -> {
            made[0]++;
            return CompletableFuture.failedFuture(failure);
        };
        List<CompletableFuture<String>> asked = LongStream.rangeClosed(1, 4)
                .mapToObj(id -> joining("settings", 4)
                        .batch(CONTACTS, new BatchableRequest<>("tag", id, 50, failing), FakeBatchServer.usage())
                        .toCompletableFuture())
                .toList();

        assertThat(made[0]).isEqualTo(1);
        assertThat(asked)
                .allSatisfy(answer -> assertThat(catchThrowable(answer::join)).hasCause(failure));
    }

    @Test
    void drainingSendsWhatWaitsAndFromThenOnAtOnce() {
        CompletableFuture<String> waiting = ask("tag", 1);

        CompletableFuture<Void> drained = batcher.drain();

        assertThat(calls.ids()).containsExactly(List.of(1L));
        assertThat(drained).isNotDone();
        ask("tag", 2);
        assertThat(calls.ids()).containsExactly(List.of(1L), List.of(2L));
        calls.answer();
        assertThat(drained).isCompleted();
        assertThat(waiting).isCompletedWithValue("tag 1");
    }

    @Test
    void atTheEndOfTheClockWhatWaitsIsSent() {
        ask("tag", 1);
        timing.close();

        assertThat(calls.ids()).containsExactly(List.of(1L));
    }
}
