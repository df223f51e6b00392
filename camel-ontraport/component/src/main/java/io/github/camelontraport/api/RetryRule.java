package io.github.camelontraport.api;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Whether a call may be sent again when it is unknown whether it was executed. Evaluated only after such a failure, as
 * some rules need a request to decide (to read the type's unique field).
 */
@FunctionalInterface
public interface RetryRule {

    RetryRule ALWAYS = of(true);
    RetryRule NEVER = of(false);

    /** For the removal of one record: when a retry gets HTTP 404, an earlier attempt has removed it. */
    RetryRule UNTIL_GONE = new RetryRule() {

        @Override
        public CompletionStage<Boolean> mayRepeat() {
            return ALWAYS.mayRepeat();
        }

        @Override
        public boolean notFoundMeansDone() {
            return true;
        }
    };

    CompletionStage<Boolean> mayRepeat();

    /** Whether HTTP 404 is a success once an attempt of unknown outcome went before. */
    default boolean notFoundMeansDone() {
        return false;
    }

    static RetryRule of(boolean repeatable) {
        return () -> CompletableFuture.completedFuture(repeatable);
    }
}
