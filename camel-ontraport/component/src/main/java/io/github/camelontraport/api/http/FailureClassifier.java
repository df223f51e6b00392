package io.github.camelontraport.api.http;

import java.io.IOException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says of a failure whether the request was sent. What was written decides; exceptions only say why. */
final class FailureClassifier {

    /** The library's word for a stream that ended during the handshake. */
    private static final String ENDED_EARLY = "TLS handshake failed";

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final int TOO_MANY_REQUESTS = 429;

    private FailureClassifier() {}

    static IOException of(Throwable failure, ExchangeContext exchange) {
        if (!exchange.isUnsent()) {
            return failure instanceof IOException lost ? lost : new IOException(failure.getMessage(), failure);
        }
        if (failure instanceof ResponseTimeoutException) {
            return new NotSentException("no connection was there in time", true, failure);
        }
        if (failure instanceof SSLException tls && isFinal(tls)) {
            return new NotSentException("no trusted TLS connection: " + failure.getMessage(), false, failure);
        }
        return new NotSentException(
                failure.getMessage() == null ? "the connection was lost" : failure.getMessage(), true, failure);
    }

    /** A stream that ends is a fault of the moment; a certificate, protocol or alert is not. */
    private static boolean isFinal(SSLException failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof SSLPeerUnverifiedException
                || (failure instanceof SSLHandshakeException && !message.equals(ENDED_EARLY))
                || message.toLowerCase(Locale.ROOT).contains("unrecognized ssl message");
    }

    /** The proxy answered CONNECT with something else than a tunnel. */
    static NotSentException ofTunnel(int status) {
        String advice = status == PROXY_AUTHENTICATION_REQUIRED
                ? ": it wants other credentials (proxyUsername, proxyPassword)"
                : "";
        return new NotSentException(
                "the proxy answered CONNECT with HTTP " + status + advice,
                status >= 500 || status == TOO_MANY_REQUESTS,
                null);
    }
}
