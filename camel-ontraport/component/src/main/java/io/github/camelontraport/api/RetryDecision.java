package io.github.camelontraport.api;

import io.github.camelontraport.api.ApiException.Details;
import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.http.InvalidRequestException;
import io.github.camelontraport.api.http.NotSentException;
import io.github.camelontraport.api.http.ResponseTimeoutException;
import io.github.camelontraport.api.http.ResponseTooLargeException;
import io.github.camelontraport.api.http.TransportResponse;
import java.io.IOException;

/**
 * The result of one attempt, and what to do next. How long to wait after HTTP 429 is decided by the rate limiter, in its
 * ThrottlePause; after other failures by {@link RetryPolicy}.
 *
 * @param reply   of a success, otherwise {@code null}
 * @param details of a failure, otherwise {@code null}
 */
record RetryDecision(Next next, ApiReply reply, Details details, Throwable cause) {

    enum Next {
        SUCCEED,
        /** The call was not executed: sent again, whatever its method. */
        RETRY,
        /** The call may have been executed: sent again only when executing it twice does no harm. */
        RETRY_IF_SAFE,
        FAIL,
        /** The call was executed, or may have been, and sending it again would not help. */
        FAIL_MAYBE_EXECUTED
    }

    /** @param maybeExecuted whether an earlier attempt may have been executed */
    static RetryDecision of(
            ApiRequest request, ClientSettings settings, TransportResponse reply, boolean maybeExecuted) {
        try {
            return success(ResponseEnvelope.read(request, reply, settings.credentials())
                    .after(maybeExecuted));
        } catch (ResponseEnvelope.Refused refused) {
            if (reply.status() == 404 && maybeExecuted && request.retryRule().notFoundMeansDone()) {
                return success(ApiReply.EMPTY);
            }
            Next next = reply.status() >= 500 || refused.isCutShort()
                    ? Next.RETRY_IF_SAFE
                    : reply.status() < 300 ? Next.FAIL_MAYBE_EXECUTED : Next.FAIL;
            return new RetryDecision(next, null, refused.details(), null);
        }
    }

    /** Decides on an attempt without a response. */
    static RetryDecision of(ApiRequest request, ClientSettings settings, Throwable failure) {
        if (failure instanceof NotSentException notSent) {
            return noResponse(
                    notSent.isTransient() ? Next.RETRY : Next.FAIL,
                    request + " could not connect to " + settings.baseUrl().getAuthority(),
                    failure);
        }
        if (failure instanceof ResponseTooLargeException) {
            return noResponse(Next.FAIL_MAYBE_EXECUTED, request + " was answered", failure);
        }
        if (failure instanceof ResponseTimeoutException) {
            Details timedOut = ApiException.details(
                    Kind.CONNECTION,
                    request + " got no reply within "
                            + settings.requestTimeout().toMillis() + " ms (requestTimeout)");
            return new RetryDecision(Next.RETRY_IF_SAFE, null, timedOut.retryable(true), failure);
        }
        if (failure instanceof InvalidRequestException) {
            Details refused = ApiException.details(Kind.VALIDATION, request + " was not sent");
            return new RetryDecision(Next.FAIL, null, refused.reason(failure.getMessage()), failure);
        }
        if (failure instanceof IOException) {
            return noResponse(Next.RETRY_IF_SAFE, request + " lost its connection", failure);
        }
        return noResponse(Next.FAIL_MAYBE_EXECUTED, request + " failed", failure);
    }

    private static RetryDecision success(ApiReply reply) {
        return new RetryDecision(Next.SUCCEED, reply, null, null);
    }

    private static RetryDecision noResponse(Next next, String what, Throwable failure) {
        boolean retryable = next == Next.RETRY || next == Next.RETRY_IF_SAFE;
        return new RetryDecision(
                next,
                null,
                ApiException.details(Kind.CONNECTION, what)
                        .reason(failure.getMessage())
                        .retryable(retryable),
                failure);
    }
}
