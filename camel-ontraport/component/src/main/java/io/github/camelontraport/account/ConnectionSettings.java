package io.github.camelontraport.account;

import java.net.http.HttpClient;
import java.time.Duration;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * How all clients of a component reach the API.
 *
 * @param httpClient        a client that the application supplies, for which the four below it do not count; or {@code null}
 * @param connectTimeout    longest time to make a connection
 * @param tls               TLS settings; {@code null} for the defaults of the JVM
 * @param proxyHost         host of the HTTP proxy; {@code null} for none
 * @param proxyPort         port of the HTTP proxy
 * @param requestsPerMinute most requests sent to an account in any rolling minute
 * @param rateLimitTimeout  longest time a call waits for its turn
 */
public record ConnectionSettings(
        HttpClient httpClient,
        Duration connectTimeout,
        SSLContextParameters tls,
        String proxyHost,
        int proxyPort,
        int requestsPerMinute,
        Duration rateLimitTimeout) {}
