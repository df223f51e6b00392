package io.github.camelontraport.operation;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.Futures;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A long list of ids, cut into calls that fit, made one after the other. */
public final class Chunks {

    /** Common servers and proxies take 8 KiB of URL; half of it leaves room for what else is in there. */
    public static final int QUERY_CAP = 4_000;
    /** A list of tags beside the ids takes a part of that room. */
    private static final int BESIDE_CAP = 1_000;
    /** No limit is documented for a body; this makes one of some 20 KB at most. */
    public static final int BODY_IDS = 1_000;
    /** As many fit into a URL for certain, up to ids of 17 digits. */
    public static final int QUERY_IDS = 200;

    private static final int ENCODED_COMMA = 3;

    private final List<List<Long>> chunks;
    private final boolean repeatable;

    private Chunks(List<List<Long>> chunks) {
        this(chunks, true);
    }

    private Chunks(List<List<Long>> chunks, boolean repeatable) {
        this.chunks = chunks;
        this.repeatable = repeatable;
    }

    /** For calls that know one id each. */
    public static Chunks oneByOne(List<Long> ids) {
        return new Chunks(ids.stream().map(List::of).toList());
    }

    /** The same chunks of calls that must not be done twice: once one is done, a failure is not retryable any more. */
    public Chunks onceOnly() {
        return new Chunks(chunks, false);
    }

    /** Chunks whose comma text fits into a URL. */
    public static Chunks forQuery(List<Long> ids) {
        return new Chunks(cut(ids, QUERY_CAP));
    }

    /** Chunks for a body, in which there is more room than in a URL. */
    public static Chunks forBody(List<Long> ids) {
        List<List<Long>> chunks = new ArrayList<>();
        for (int start = 0; start < ids.size(); start += BODY_IDS) {
            chunks.add(ids.subList(start, Math.min(start + BODY_IDS, ids.size())));
        }
        return new Chunks(chunks);
    }

    /** A list cut so that each part fits into a URL beside one of {@link #forQuery}. */
    public static List<List<Long>> besideIds(List<Long> list) {
        return cut(list, BESIDE_CAP);
    }

    private static List<List<Long>> cut(List<Long> ids, int cap) {
        List<List<Long>> chunks = new ArrayList<>();
        int length = cap;
        for (Long id : ids) {
            int more = id.toString().length() + ENCODED_COMMA;
            if (length + more > cap) {
                chunks.add(new ArrayList<>());
                length = 0;
            }
            chunks.get(chunks.size() - 1).add(id);
            length += more;
        }
        return chunks;
    }

    public static String text(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /**
     * Calls for each chunk in turn; the outcome is the last one's, counting all ids. When one fails, the exception
     * tells how many ids were done before it.
     */
    public CompletionStage<OperationResult> inTurn(
            String operation, Function<List<Long>, CompletionStage<OperationResult>> call) {
        CompletableFuture<OperationResult> result = new CompletableFuture<>();
        next(chunks.iterator(), OperationResult.nothingToDo(), operation, call, result);
        return result;
    }

    private void next(
            Iterator<List<Long>> rest,
            OperationResult sofar,
            String operation,
            Function<List<Long>, CompletionStage<OperationResult>> call,
            CompletableFuture<OperationResult> result) {
        if (!rest.hasNext()) {
            result.complete(sofar);
            return;
        }
        List<Long> chunk = rest.next();
        Futures.guarded(() -> call.apply(chunk))
                .whenComplete((outcome, failure) -> {
                    if (failure == null) {
                        next(rest, outcome.withCount(sofar.count() + chunk.size()), operation, call, result);
                    } else {
                        result.completeExceptionally(
                                sofar.count() == 0 ? failure : partly(operation, sofar.count(), failure));
                    }
                })
                .whenComplete((unused, broken) -> {
                    // Mostly it is completed by now; if the step itself broke, its exchange must have an answer all the
                    // same.
                    if (broken != null) {
                        result.completeExceptionally(Futures.cause(broken));
                    }
                });
    }

    private Throwable partly(String operation, long done, Throwable failure) {
        long all = chunks.stream().mapToLong(List::size).sum();
        String before = operation + " was acknowledged for the first " + done + " of " + all + " ids, then: ";
        Throwable cause = Futures.cause(failure);
        return !repeatable && cause instanceof ApiException refused
                ? refused.afterPartialSuccess(before)
                : after(before, cause);
    }

    /** The failure, told with what went before it; an empty text adds nothing. */
    static Throwable after(String whatWentBefore, Throwable failure) {
        Throwable cause = Futures.cause(failure);
        return cause instanceof ApiException refused && !whatWentBefore.isEmpty()
                ? refused.withPrefix(whatWentBefore)
                : cause;
    }
}
