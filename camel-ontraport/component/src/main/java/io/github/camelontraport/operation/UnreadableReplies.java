package io.github.camelontraport.operation;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.api.async.Futures;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Completes the failures of replies that came as a success but cannot be read: their calls may have been executed. */
public final class UnreadableReplies {

    private UnreadableReplies() {}

    /** The stage; when it fails because of what is in a reply, its exception gets the number of requests sent until then. */
    public static CompletionStage<OperationResult> counted(
            CallContext callContext, CompletionStage<OperationResult> stage) {
        return stage.exceptionallyCompose(failure -> {
            Throwable cause = Futures.cause(failure);
            return CompletableFuture.failedFuture(
                    isUnreadable(cause)
                            ? ((ApiException) cause)
                                    .ofSentCall(callContext.requests(), ((ApiException) cause).outcomeUnknown())
                            : cause);
        });
    }

    /** The stage; when it fails because of what is in a reply, the rule decides whether the outcome is unknown. */
    static CompletionStage<OperationResult> decided(
            RetryRule rule, CallContext callContext, CompletionStage<OperationResult> stage) {
        return stage.exceptionallyCompose(failure -> {
            Throwable cause = Futures.cause(failure);
            return isUnreadable(cause)
                    ? decided(rule, callContext.requests(), (ApiException) cause)
                    : CompletableFuture.failedFuture(cause);
        });
    }

    /** @param attempts counted before the rule is asked, which may send requests too */
    private static CompletionStage<OperationResult> decided(RetryRule rule, int attempts, ApiException unreadable) {
        return Futures.guarded(rule::mayRepeat).exceptionally(unknown -> false).thenApply(safe -> {
            throw unreadable.ofSentCall(attempts, !safe);
        });
    }

    private static boolean isUnreadable(Throwable cause) {
        return cause instanceof ApiException failure && failure.status() == 200 && failure.attempts() == 0;
    }
}
