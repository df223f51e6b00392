package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.async.AsyncLoop;
import io.github.camelontraport.api.async.Futures;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A list of ids, cut into calls that fit, made one after the other. */
public final class Chunks {

    /** Characters of ids in a URL. Common servers and proxies accept 8 KiB; half of it is for the rest of the URL. */
    public static final int QUERY_CAP = 4_000;
    /** Ids in a body. No limit is documented; these are some 20 KB at most. */
    public static final int BODY_IDS = 1_000;
    /** Ids that fit into a URL in any case, with up to 17 digits each. */
    public static final int QUERY_IDS = 200;

    /** Characters of a second list, of tags or sequences, beside the ids. */
    private static final int BESIDE_CAP = 1_000;

    private static final int ENCODED_COMMA = 3;

    private final List<List<Long>> chunks;
    private final boolean repeatable;

    private Chunks(List<List<Long>> chunks, boolean repeatable) {
        this.chunks = chunks;
        this.repeatable = repeatable;
    }

    /** For calls that take one id each. */
    public static Chunks oneByOne(List<Long> ids) {
        return new Chunks(ids.stream().map(List::of).toList(), true);
    }

    /** Chunks whose comma text fits into a URL. */
    public static Chunks forQuery(List<Long> ids) {
        return new Chunks(cut(ids, QUERY_CAP), true);
    }

    /** Chunks for a body, which may be longer than a URL. */
    public static Chunks forBody(List<Long> ids) {
        List<List<Long>> chunks = new ArrayList<>();
        for (int start = 0; start < ids.size(); start += BODY_IDS) {
            chunks.add(ids.subList(start, Math.min(start + BODY_IDS, ids.size())));
        }
        return new Chunks(chunks, true);
    }

    /** The same chunks for calls that must not be made twice: once one is done, a failure is not retryable any more. */
    Chunks onceOnly() {
        return new Chunks(chunks, false);
    }

    /** A list cut so that each part fits into a URL beside a chunk of {@link #forQuery}. */
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

    /** Adds a list of ids to the parameters of a call. */
    public static ObjectNode put(ObjectNode parameters, String name, List<Long> ids) {
        ArrayNode array = parameters.putArray(name);
        ids.forEach(array::add);
        return parameters;
    }

    /**
     * Makes a call for each chunk in turn. The result is that of the last call, with the count of all ids. When a call
     * fails, the exception says how many ids were acknowledged before it.
     */
    public CompletionStage<OperationResult> inTurn(
            String operation, Function<List<Long>, CompletionStage<OperationResult>> call) {
        Iterator<List<Long>> rest = chunks.iterator();
        AtomicReference<OperationResult> last = new AtomicReference<>(OperationResult.nothingToDo());
        return AsyncLoop.run(rest::hasNext, () -> {
                    List<Long> chunk = rest.next();
                    return call.apply(chunk)
                            .thenAccept(result ->
                                    last.set(result.withCount(last.get().count() + chunk.size())));
                })
                .handle((unused, failure) -> {
                    if (failure == null) {
                        return last.get();
                    }
                    long done = last.get().count();
                    throw new CompletionException(done == 0 ? failure : partly(operation, done, failure));
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

    /** The failure with what was done before it in its message; an empty text adds nothing. */
    static Throwable after(String doneBefore, Throwable failure) {
        Throwable cause = Futures.cause(failure);
        return cause instanceof ApiException refused && !doneBefore.isEmpty() ? refused.withPrefix(doneBefore) : cause;
    }
}
