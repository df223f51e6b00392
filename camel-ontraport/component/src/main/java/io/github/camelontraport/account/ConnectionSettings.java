package io.github.camelontraport.account;

import io.github.camelontraport.api.http.ProxySettings;
import java.time.Duration;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;

/**
 * How all clients of a component reach the API.
 *
 * @param httpClient        a client that the application supplies, for which the four below it do not count; or {@code null}
 * @param connectTimeout    longest time to make a connection
 * @param idleTimeout       longest time that a connection waits for its next request
 * @param tls               TLS settings; {@code null} for the defaults of the JVM
 * @param proxy             the HTTP proxy; {@code null} for none
 * @param requestsPerMinute most requests sent to an account in any rolling minute
 * @param rateLimitTimeout  longest time a call waits for its turn
 */
public record ConnectionSettings(
        CloseableHttpAsyncClient httpClient,
        Duration connectTimeout,
        Duration idleTimeout,
        SSLContextParameters tls,
        ProxySettings proxy,
        int requestsPerMinute,
        Duration rateLimitTimeout) {}
