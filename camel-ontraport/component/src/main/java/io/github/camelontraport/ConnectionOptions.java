package io.github.camelontraport;

import io.github.camelontraport.account.ConnectionSettings;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.option.OptionRange;
import java.time.Duration;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * The options of a component that say how its clients reach the API.
 *
 * @param tls       TLS settings of the Camel context; {@code null} when there are none
 * @param useGlobal whether to use these, unless the component has some of its own
 */
record ConnectionOptions(OntraportConfiguration configuration, SSLContextParameters tls, boolean useGlobal) {

    ConnectionSettings settings() {
        SSLContextParameters own = configuration.getSslContextParameters();
        return new ConnectionSettings(
                configuration.getHttpClient(),
                Duration.ofMillis(configuration.getConnectTimeout()),
                Duration.ofMillis(configuration.getConnectionIdleTimeout()),
                own == null && useGlobal ? tls : own,
                configuration.proxy(),
                configuration.getRequestsPerMinute(),
                Duration.ofMillis(configuration.getRateLimitTimeout()));
    }

    /** Refuses contradictions, and values out of range. */
    void check() {
        if (configuration.getHttpClient() != null && hasOptionsOfTheClient()) {
            throw new InvalidInputException(
                    "Option httpClient excludes connectTimeout, connectionIdleTimeout, "
                            + "sslContextParameters, useGlobalSslContextParameters and proxyHost: set them on the client itself");
        }
        if ((configuration.getProxyHost() == null) != (configuration.getProxyPort() == 0)) {
            throw new InvalidInputException("Options proxyHost and proxyPort go together; found only one of them");
        }
        boolean credentials = configuration.getProxyUsername() != null;
        if (credentials != (configuration.getProxyPassword() != null)
                || (credentials && configuration.getProxyHost() == null)) {
            throw new InvalidInputException("Options proxyUsername and proxyPassword go together, with proxyHost");
        }
        OptionRange.atLeast(1, "requestsPerMinute", configuration.getRequestsPerMinute());
        OptionRange.duration(0, "rateLimitTimeout", configuration.getRateLimitTimeout());
        OptionRange.duration(1, "connectTimeout", configuration.getConnectTimeout());
        OptionRange.duration(1, "connectionIdleTimeout", configuration.getConnectionIdleTimeout());
    }

    private boolean hasOptionsOfTheClient() {
        OntraportConfiguration standard = new OntraportConfiguration();
        return configuration.getSslContextParameters() != null
                || useGlobal
                || configuration.getProxyHost() != null
                || configuration.getConnectTimeout() != standard.getConnectTimeout()
                || configuration.getConnectionIdleTimeout() != standard.getConnectionIdleTimeout();
    }
}
