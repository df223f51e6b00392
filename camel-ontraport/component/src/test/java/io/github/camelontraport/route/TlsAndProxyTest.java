package io.github.camelontraport.route;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConnectionException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.reactor.IOReactorStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TLS, proxy and a client of one's own, against a server with a certificate that nobody has signed. */
class TlsAndProxyTest {

    private static final String STORE = "tls/localhost.p12";
    private static final String PASSWORD = "password";

    private final WireMockServer server = new WireMockServer(wireMockConfig()
            .dynamicPort()
            .dynamicHttpsPort()
            .keystorePath(STORE)
            .keystoreType("PKCS12")
            .keystorePassword(PASSWORD)
            .keyManagerPassword(PASSWORD));

    @BeforeEach
    void start() {
        server.start();
        server.stubFor(get(anyUrl()).willReturn(okJson("{\"code\":0,\"data\":{\"count\":\"7\"},\"account_id\":1}")));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aCertificateThatIsNotTrustedIsRefusedAtOnce() throws Exception {
        Exchange refused = count(component -> {});

        assertThat(refused.getException())
                .isInstanceOfSatisfying(OntraportConnectionException.class, failure -> {
                    assertThat(failure.getAttempts()).isEqualTo(1);
                    assertThat(failure.isOutcomeUnknown()).isFalse();
                })
                .hasMessageContaining("trusted TLS");
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void theComponentsOwnTlsSettingsAreUsed() throws Exception {
        assertThat(count(component -> component.setSslContextParameters(trusting()))
                        .getMessage()
                        .getBody())
                .isEqualTo(7L);
    }

    @Test
    void theContextsTlsSettingsAreUsedWhenAskedFor() throws Exception {
        Exchange counted = count(component -> {
            component.getCamelContext().setSSLContextParameters(trusting());
            component.setUseGlobalSslContextParameters(true);
        });
        assertThat(counted.getMessage().getBody()).isEqualTo(7L);
    }

    @Test
    void aClientOfOnesOwnIsUsed() throws Exception {
        try (CloseableHttpAsyncClient client = client()) {
            assertThat(count(component -> component.setHttpClient(client))
                            .getMessage()
                            .getBody())
                    .isEqualTo(7L);
            assertThat(client.getStatus()).as("after the stop of the component").isEqualTo(IOReactorStatus.ACTIVE);
        }
    }

    @Test
    void goesThroughTheProxy() throws Exception {
        WireMockServer proxy = new WireMockServer(wireMockConfig().dynamicPort().enableBrowserProxying(true));
        proxy.start();
        try {
            Exchange counted = count(component -> {
                component.getConfiguration().setBaseUrl("http://localhost:" + server.port() + "/1");
                component.setProxyHost("localhost");
                component.setProxyPort(proxy.port());
            });
            assertThat(counted.getException()).isNull();
            assertThat(counted.getMessage().getBody()).isEqualTo(7L);
            proxy.verify(1, getRequestedFor(anyUrl()).withHeader("Api-Key", equalTo("k3y-of-a-test")));
        } finally {
            proxy.stop();
        }
    }

    private Exchange count(Consumer<OntraportComponent> settings) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            OntraportComponent component = context.getComponent("ontraport", OntraportComponent.class);
            component.getConfiguration().setBaseUrl("https://localhost:" + server.httpsPort() + "/1");
            component.getConfiguration().setApiKey("k3y-of-a-test");
            component.getConfiguration().setAppId("2_1_test");
            settings.accept(component);
            context.start();
            return context.createProducerTemplate().request("ontraport:contacts?operation=count", exchange -> {});
        }
    }

    private static CloseableHttpAsyncClient client() throws GeneralSecurityException, IOException {
        return HttpAsyncClients.custom()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setTlsStrategy(ClientTlsStrategyBuilder.create()
                                .setSslContext(trusting().createSSLContext(new DefaultCamelContext()))
                                .buildAsync())
                        .build())
                .build();
    }

    private static SSLContextParameters trusting() {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource(STORE);
        store.setType("PKCS12");
        store.setPassword(PASSWORD);
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters tls = new SSLContextParameters();
        tls.setTrustManagers(trust);
        return tls;
    }
}
