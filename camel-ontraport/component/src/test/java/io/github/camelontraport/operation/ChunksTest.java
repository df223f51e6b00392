package io.github.camelontraport.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.async.Futures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChunksTest {

    private final List<List<Long>> calls = new ArrayList<>();

    private static List<Long> ids(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    private CompletionStage<OperationResult> acknowledge(List<Long> chunk) {
        calls.add(chunk);
        return CompletableFuture.completedFuture(OperationResult.acknowledged(null, null));
    }

    private CompletionStage<OperationResult> failBehindFirst(List<Long> chunk) {
        return calls.isEmpty()
                ? acknowledge(chunk)
                : CompletableFuture.failedFuture(ApiException.details(Kind.CONNECTION, "lost")
                        .retryable(true)
                        .build());
    }

    private static ApiException failure(CompletionStage<OperationResult> stage) {
        return (ApiException) stage.handle((result, failure) -> Futures.cause(failure))
                .toCompletableFuture()
                .join();
    }

    @Test
    void aBodyTakesAThousandIds() {
        assertThat(Chunks.forBody(ids(2_001))
                        .inTurn("tag", this::acknowledge)
                        .toCompletableFuture()
                        .join()
                        .count())
                .isEqualTo(2_001);

        assertThat(calls).extracting(List::size).containsExactly(1_000, 1_000, 1);
        assertThat(calls.stream().flatMap(List::stream)).containsExactlyElementsOf(ids(2_001));
    }

    @Test
    void aQueryTakesSoManyIdsThatTheirEncodedTextFits() {
        List<Long> longIds =
                LongStream.range(Long.MAX_VALUE - 1_000, Long.MAX_VALUE).boxed().toList();

        Chunks.forQuery(longIds).inTurn("deleteAll", this::acknowledge);

        assertThat(calls).allSatisfy(chunk -> assertThat(chunk.size() * (19 + "%2C".length()))
                .isLessThanOrEqualTo(Chunks.QUERY_CAP));
        assertThat(calls.stream().flatMap(List::stream)).containsExactlyElementsOf(longIds);
    }

    @Test
    void theIdsThatFitInAnyCaseDo() {
        List<Long> seventeenDigits = LongStream.range(
                        10_000_000_000_000_000L, 10_000_000_000_000_000L + Chunks.QUERY_IDS)
                .boxed()
                .toList();

        Chunks.forQuery(seventeenDigits).inTurn("untag", this::acknowledge);

        assertThat(calls).hasSize(1);
    }

    @Test
    void noIdsAreNoCallAndCountNothing() {
        OperationResult result = Chunks.forBody(List.of())
                .inTurn("tag", this::acknowledge)
                .toCompletableFuture()
                .join();

        assertThat(calls).isEmpty();
        assertThat(result.count()).isZero();
        assertThat(result.keepsBody()).isTrue();
    }

    @Test
    void aFailureSaysHowManyIdsWereAcknowledgedBefore() {
        ApiException failure = failure(Chunks.forBody(ids(1_500)).inTurn("tag", this::failBehindFirst));

        assertThat(failure).hasMessage("tag was acknowledged for the first 1000 of 1500 ids, then: lost");
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void afterACallThatMustNotBeMadeTwiceAFailureIsNotRetryable() {
        ApiException failure = failure(Chunks.oneByOne(ids(2)).onceOnly().inTurn("refund", this::failBehindFirst));

        assertThat(failure).hasMessage("refund was acknowledged for the first 1 of 2 ids, then: lost");
        assertThat(failure.retryable()).isFalse();
    }

    @Test
    void anErrorOfACallIsAnAnswer() {
        CompletionStage<OperationResult> stage = Chunks.forBody(ids(1)).inTurn("tag", chunk -> {
            throw new StackOverflowError();
        });

        assertThat(stage.toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void thousandsOfCallsThatAnswerAtOnceDoNotNeedStack() {
        assertThat(Chunks.oneByOne(ids(3_000))
                        .inTurn("refund", this::acknowledge)
                        .toCompletableFuture()
                        .join()
                        .count())
                .isEqualTo(3_000);
    }
}
