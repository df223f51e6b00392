package io.github.camelontraport.account;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The HTTP client that the component's options describe. */
final class HttpClientFactory {

    private HttpClientFactory() {}

    static HttpClient of(OntraportComponent component, Executor executor) {
        OntraportConfiguration settings = component.getConfiguration();
        if (settings.getHttpClient() != null) {
            return settings.getHttpClient();
        }
        // A redirect would carry the credentials elsewhere.
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(Duration.ofMillis(settings.getConnectTimeout()))
                .executor(executor);
        if (settings.getProxyHost() != null) {
            client.proxy(ProxySelector.of(new InetSocketAddress(settings.getProxyHost(), settings.getProxyPort())));
        }
        SSLContextParameters tls =
                settings.getSslContextParameters() != null || !component.isUseGlobalSslContextParameters()
                        ? settings.getSslContextParameters()
                        : component.getCamelContext().getSSLContextParameters();
        if (tls != null) {
            useTls(client, tls, component);
        }
        return client.build();
    }

    private static void useTls(HttpClient.Builder client, SSLContextParameters tls, OntraportComponent component) {
        try {
            client.sslContext(tls.createSSLContext(component.getCamelContext()));
        } catch (GeneralSecurityException | IOException e) {
            throw new RuntimeCamelException(
                    "The TLS settings (sslContextParameters) cannot be used: " + e.getMessage(), e);
        }
    }
}
