package io.github.camelontraport.account;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.security.GeneralSecurityException;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.jsse.SSLContextParameters;

/** Makes the HTTP client that the options of a component describe. */
final class HttpClientFactory {

    private HttpClientFactory() {}

    static HttpClient of(CamelContext context, ConnectionSettings settings, Executor executor) {
        if (settings.httpClient() != null) {
            return settings.httpClient();
        }
        // A redirect would carry the credentials elsewhere.
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .executor(executor);
        if (settings.proxyHost() != null) {
            client.proxy(ProxySelector.of(new InetSocketAddress(settings.proxyHost(), settings.proxyPort())));
        }
        if (settings.tls() != null) {
            client.sslContext(sslContext(settings.tls(), context));
        }
        return client.build();
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
