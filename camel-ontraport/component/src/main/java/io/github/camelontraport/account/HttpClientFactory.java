package io.github.camelontraport.account;

import io.github.camelontraport.api.http.ApacheTransport;
import io.github.camelontraport.api.http.PoolSettings;
import io.github.camelontraport.api.http.PooledClient;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.time.TimeSource;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.io.CloseMode;

/** Makes the transport that the options of a component describe. */
final class HttpClientFactory {

    private HttpClientFactory() {}

    static Transport transport(
            CamelContext context,
            ConnectionSettings settings,
            Executor connector,
            TimeSource timing,
            int maxReplySize) {
        if (settings.httpClient() != null) {
            // The application closes it.
            return new ApacheTransport(settings.httpClient(), maxReplySize, timing, () -> {});
        }
        CloseableHttpAsyncClient client = PooledClient.of(
                new PoolSettings(
                        settings.connectTimeout(),
                        settings.idleTimeout(),
                        settings.tls() == null ? null : sslContext(settings.tls(), context),
                        settings.proxy(),
                        task -> context.getExecutorServiceManager().newThread("OntraportHttp", task),
                        connector),
                timing);
        return new ApacheTransport(client, maxReplySize, timing, () -> client.close(CloseMode.IMMEDIATE));
    }

    private static SSLContext sslContext(SSLContextParameters tls, CamelContext context) {
        try {
            return tls.createSSLContext(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new RuntimeCamelException(
                    "The TLS settings (sslContextParameters) cannot be used: " + e.getMessage(), e);
        }
    }
}
