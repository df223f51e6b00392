package io.github.camelontraport.api;

import io.github.camelontraport.api.ApiException.Details;
import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.http.InvalidRequestException;
import io.github.camelontraport.api.http.ResponseTooLargeException;
import io.github.camelontraport.api.http.TransportResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * What one attempt came to, and what to do next.
 *
 * @param reply   of a success, otherwise {@code null}
 * @param details of a failure, otherwise {@code null}
 */
record RetryDecision(Next next, ApiReply reply, Details details, Throwable cause) {

    enum Next {
        SUCCEED,
        /** It was not executed: sent again, whatever its verb. */
        RETRY,
        /** It may have been executed: sent again only when twice is as good as once. */
        RETRY_IF_SAFE,
        FAIL,
        /** It was executed, or may have been, and sending it again would not help. */
        FAIL_MAYBE_EXECUTED
    }

    /** @param inDoubt whether an earlier attempt may have been executed */
    static RetryDecision of(ApiRequest request, TransportResponse reply, boolean inDoubt) {
        try {
            return success(ResponseEnvelope.read(request, reply).afterDoubt(inDoubt));
        } catch (ResponseEnvelope.Refused refused) {
            if (reply.status() == 404 && inDoubt && request.retryRule().notFoundMeansDone()) {
                return success(ApiReply.EMPTY);
            }
            Next next = reply.status() >= 500 || refused.isLost()
                    ? Next.RETRY_IF_SAFE
                    : reply.status() < 300 ? Next.FAIL_MAYBE_EXECUTED : Next.FAIL;
            return new RetryDecision(next, null, refused.details(), null);
        }
    }

    /** There was no reply. */
    static RetryDecision of(ApiRequest request, ClientSettings settings, Throwable failure) {
        if (failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException) {
            return lost(
                    Next.RETRY,
                    request + " could not connect to " + settings.baseUrl().getAuthority(),
                    failure);
        }
        if (failure instanceof SSLHandshakeException) {
            return lost(Next.FAIL, request + " found no trusted TLS connection", failure);
        }
        if (failure instanceof ResponseTooLargeException) {
            return lost(Next.FAIL_MAYBE_EXECUTED, request + " was answered", failure);
        }
        if (failure instanceof HttpTimeoutException) {
            Details late = ApiException.details(
                    Kind.CONNECTION,
                    request + " got no reply within "
                            + settings.requestTimeout().toMillis() + " ms (requestTimeout)");
            return new RetryDecision(Next.RETRY_IF_SAFE, null, late.retryable(true), failure);
        }
        if (failure instanceof InvalidRequestException) {
            Details refused = ApiException.details(Kind.VALIDATION, request + " was not sent");
            return new RetryDecision(Next.FAIL, null, refused.text(failure.getMessage()), failure);
        }
        if (failure instanceof IOException) {
            return lost(Next.RETRY_IF_SAFE, request + " lost its connection", failure);
        }
        return lost(Next.FAIL_MAYBE_EXECUTED, request + " failed", failure);
    }

    private static RetryDecision success(ApiReply reply) {
        return new RetryDecision(Next.SUCCEED, reply, null, null);
    }

    private static RetryDecision lost(Next next, String what, Throwable failure) {
        boolean repeated = next == Next.RETRY || next == Next.RETRY_IF_SAFE;
        return new RetryDecision(
                next,
                null,
                ApiException.details(Kind.CONNECTION, what)
                        .text(failure.getMessage() == null ? null : ResponseEnvelope.shorten(failure.getMessage()))
                        .retryable(repeated),
                failure);
    }
}
