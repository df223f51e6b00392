package io.github.camelontraport.operation.batch;

import io.github.camelontraport.api.CallContext;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;

/**
 * A request about one record, of a kind that one call can make for many.
 *
 * @param key    equal for requests that differ in the record only
 * @param id     of the record
 * @param maxIds ids that one call takes
 * @param call   makes the call for any ids; that of the first request is used for the whole batch
 */
public record BatchableRequest<R>(Object key, long id, int maxIds, Call<R> call) {

    /** One call for many records. */
    @FunctionalInterface
    public interface Call<R> {

        /**
         * Makes the call.
         *
         * @param ids         each once, at least one
         * @param callContext counts the requests of the call
         * @return gives the answer about each of the ids; asked once for each request, so that no two requests share an
         *     object that they may change
         */
        CompletionStage<LongFunction<R>> make(List<Long> ids, CallContext callContext);
    }
}
