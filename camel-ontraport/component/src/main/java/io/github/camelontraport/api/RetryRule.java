package io.github.camelontraport.api;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Whether a call may be sent again when it is not known if it was executed. Asked only after such a failure, so that
 * an answer which costs a request of its own (the type's unique field) is paid for only then.
 */
@FunctionalInterface
public interface RetryRule {

    RetryRule ALWAYS = of(true);
    RetryRule NEVER = of(false);

    /** A removal of one thing: when a repeat finds it gone (HTTP 404), an earlier attempt did it. */
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
