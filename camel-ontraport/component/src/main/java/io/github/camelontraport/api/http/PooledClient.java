package io.github.camelontraport.api.http;

import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import org.apache.hc.client5.http.ConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.DefaultAuthenticationStrategy;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.async.AsyncConnectExec;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.http.protocol.RequestUserAgent;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes clients that do what they are asked and nothing besides: HTTP/1.1 over pooled connections, no redirects, cookies,
 * repeats, decompression or answers to challenges. All threads come from the given factory: the I/O threads, and one that
 * the library keeps from the start of the client to its end.
 */
public final class PooledClient {

    private static final String USER_AGENT = "camel-ontraport";

    /** The rate limiter bounds the requests under way; this only keeps a fault from opening sockets without end. */
    private static final int MAX_CONNECTIONS = 1024;

    private static final int MAX_IO_THREADS = 2;

    /** Far above what an API sends in a head, so that a server cannot fill the memory with one. */
    private static final int MAX_HEADER_COUNT = 1000;

    private static final int MAX_LINE_LENGTH = 64 * 1024;

    private PooledClient() {}

    /** A client that is to be started and, at the end, closed. */
    public static CloseableHttpAsyncClient of(PoolSettings settings, TimeSource timeSource) {
        PoolingAsyncClientConnectionManager pool = pool(settings);
        IdleConnections idle = new IdleConnections(pool, settings.idleTimeout(), timeSource);
        ReactorExceptions exceptions = new ReactorExceptions();
        HttpAsyncClientBuilder client = HttpAsyncClientBuilder.create()
                .setIoReactorExceptionCallback(exceptions)
                .setConnectionManager(new ClientConnections(pool, settings.connector(), idle::onRelease))
                .setThreadFactory(settings.threads())
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(
                                Math.min(MAX_IO_THREADS, Runtime.getRuntime().availableProcessors()))
                        .setSoKeepAlive(true)
                        .build())
                .setHttp1Config(Http1Config.custom()
                        .setMaxHeaderCount(MAX_HEADER_COUNT)
                        .setMaxLineLength(MAX_LINE_LENGTH)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setAuthenticationEnabled(false)
                        // The time of the whole request is bounded; a lease needs no bound besides.
                        .setConnectionRequestTimeout(Timeout.DISABLED)
                        .build())
                .setKeepAliveStrategy(keepAlive(settings.idleTimeout()))
                // The default one logs what is sent, keys included.
                .setIoSessionDecorator(session -> session)
                .setUserAgent(USER_AGENT)
                .replaceExecInterceptor(ChainElement.PROTOCOL.name(), new PlainRequests())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState();
        return exceptions.watch(route(client, settings.proxy()).build());
    }

    private static PoolingAsyncClientConnectionManager pool(PoolSettings settings) {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setTlsStrategy(tls(settings))
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .build())
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS)
                .build();
    }

    private static TlsStrategy tls(PoolSettings settings) {
        return ClientTlsStrategyBuilder.create()
                .setSslContext(settings.tls() == null ? SSLContexts.createSystemDefault() : settings.tls())
                .setHostVerificationPolicy(HostnameVerificationPolicy.CLIENT)
                .setHostnameVerifier(new DefaultHostnameVerifier())
                .buildAsync();
    }

    private static ConnectionKeepAliveStrategy keepAlive(Duration idleTimeout) {
        TimeValue longest = TimeValue.of(idleTimeout);
        return (response, context) -> {
            TimeValue asked = DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context);
            return TimeValue.isPositive(asked) && asked.compareTo(longest) < 0 ? asked : longest;
        };
    }

    private static HttpAsyncClientBuilder route(HttpAsyncClientBuilder client, ProxySettings proxy) {
        if (proxy == null) {
            return client.setProxySelector(new SystemProxies());
        }
        client.setProxy(new HttpHost("http", proxy.host(), proxy.port()));
        if (proxy.username() == null) {
            return client;
        }
        ProxyAuthorization authorization = new ProxyAuthorization(proxy);
        return client.addRequestInterceptorLast(authorization)
                .replaceExecInterceptor(
                        ChainElement.CONNECT.name(),
                        new AsyncConnectExec(
                                new DefaultHttpProcessor(
                                        new RequestTargetHost(), new RequestUserAgent(USER_AGENT), authorization),
                                DefaultAuthenticationStrategy.INSTANCE,
                                DefaultSchemePortResolver.INSTANCE,
                                true));
    }
}
