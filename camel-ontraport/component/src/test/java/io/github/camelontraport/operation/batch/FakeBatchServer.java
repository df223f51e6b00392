package io.github.camelontraport.operation.batch;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.CallContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;

/** A server of batched calls: answers when the test says so, and refuses calls that have a guilty id. */
final class FakeBatchServer {

    /** One call; {@code kind} is what was asked for, {@code ids} for which records. */
    record Sent(String kind, List<Long> ids, CompletableFuture<Void> reply) {

        boolean isAnswered() {
            return reply.isDone();
        }
    }

    final List<Sent> sent = new ArrayList<>();
    final Set<Long> guilty = new HashSet<>();
    /** Two calls about one record at a time: which of them the server does first is anybody's guess. */
    final List<String> overlaps = new ArrayList<>();

    boolean atOnce;

    BatchableRequest<String> request(String kind, long id, int most) {
        return new BatchableRequest<>(kind, id, most, (ids, usage) -> call(kind, ids));
    }

    CompletionStage<String> alone(String kind, List<Long> ids) {
        return call(kind, ids).thenApply(answers -> answers.apply(0));
    }

    private CompletionStage<LongFunction<String>> call(String kind, List<Long> ids) {
        Sent call = new Sent(kind, ids, new CompletableFuture<>());
        sent.stream()
                .filter(other -> !other.isAnswered() && other.ids.stream().anyMatch(ids::contains))
                .forEach(other -> overlaps.add(other + " and " + call));
        sent.add(call);
        if (atOnce) {
            call.reply.complete(null);
        }
        return call.reply.thenApply(replied -> {
            if (ids.stream().anyMatch(guilty::contains)) {
                throw ApiException.details(Kind.VALIDATION, kind + " refused")
                        .status(422)
                        .build();
            }
            return id -> kind + " " + id;
        });
    }

    /** Answers the calls that are under way; those that follow from it are not answered. */
    void answer() {
        List.copyOf(sent).forEach(call -> call.reply.complete(null));
    }

    /** Answers until nothing follows any more. */
    void answerAll() {
        while (sent.stream().anyMatch(call -> !call.isAnswered())) {
            answer();
        }
    }

    List<List<Long>> ids() {
        return sent.stream().map(Sent::ids).toList();
    }

    static CallContext usage() {
        return CallContext.of("tag");
    }
}
