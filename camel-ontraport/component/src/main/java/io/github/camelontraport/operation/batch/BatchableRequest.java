package io.github.camelontraport.operation.batch;

import io.github.camelontraport.api.CallContext;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;

/**
 * A request about one record, of a kind that one call can do for many.
 *
 * @param key  equal for requests that differ in the record only
 * @param id   of the record
 * @param most ids that one call takes
 * @param call does it for any ids; used of one request for all that are equal to it
 */
public record BatchableRequest<R>(Object key, long id, int most, Call<R> call) {

    /** One call for many records. */
    @FunctionalInterface
    public interface Call<R> {

        /**
         * Makes the call.
         *
         * @param ids   without repeats, at least one
         * @param usage where its requests are counted
         * @return what the request about each of the ids has of the reply; asked once for each request, so that none
         *     shares what it may change with another
         */
        CompletionStage<LongFunction<R>> make(List<Long> ids, CallContext usage);
    }
}
