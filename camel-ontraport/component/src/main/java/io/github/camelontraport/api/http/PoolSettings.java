package io.github.camelontraport.api.http;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;

/**
 * How a {@link PooledClient} reaches servers.
 *
 * @param connectTimeout longest time to make a connection, and as long again for the handshake of TLS
 * @param idleTimeout    longest time that a connection waits for its next request
 * @param tls            {@code null} for the defaults of the JVM
 * @param proxy          {@code null} for the proxies that the JVM's settings name, mostly none
 * @param threads        makes the I/O threads
 * @param connector      where names of hosts are resolved, which blocks
 */
public record PoolSettings(
        Duration connectTimeout,
        Duration idleTimeout,
        SSLContext tls,
        ProxySettings proxy,
        ThreadFactory threads,
        Executor connector) {}
