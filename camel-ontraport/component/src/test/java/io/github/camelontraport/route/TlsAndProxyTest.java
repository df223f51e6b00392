package io.github.camelontraport.route;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConnectionException;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.support.CapturedLog;
import io.github.camelontraport.support.RawServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
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
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TLS, proxy and a client of one's own, against a server with a certificate that nobody has signed. */
class TlsAndProxyTest {

    private static final String STORE = "tls/localhost.p12";
    private static final String PASSWORD = "password";
    private static final String KEY = "k3y-of-a-test";
    /** The loggers of the HTTP client. */
    private static final String LIBRARY = "org.apache.hc";

    private static final String PLAIN_HTTP_WARNING = "io.github.camelontraport.account.PlainHttpWarning";
    /** nora, with the password p4ss:word. */
    private static final String PROXY_CREDENTIALS =
            Base64.getEncoder().encodeToString("nora:p4ss:word".getBytes(StandardCharsets.UTF_8));

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

        assertIsNotTrusted(refused);
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
            proxy.verify(1, getRequestedFor(anyUrl()).withHeader("Api-Key", equalTo(KEY)));
        } finally {
            proxy.stop();
        }
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        Exchange refused = count(component -> {
            component.setSslContextParameters(trusting());
            // The loopback address, under a name that is not in the certificate.
            component.getConfiguration().setBaseUrl("https://127.0.0.2:" + server.httpsPort() + "/1");
        });

        assertIsNotTrusted(refused);
    }

    private void assertIsNotTrusted(Exchange refused) {
        assertThat(refused.getException())
                .isInstanceOfSatisfying(OntraportConnectionException.class, failure -> {
                    assertThat(failure.getAttempts()).isEqualTo(1);
                    assertThat(failure.isOutcomeUnknown()).isFalse();
                })
                .hasMessageContaining("trusted TLS");
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void tunnelsThroughAProxyThatAsksForCredentials() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        Configurator.setLevel(LIBRARY, Level.TRACE);
        try (CapturedLog log = new CapturedLog(LIBRARY);
                RawServer proxy = tunnel(seen)) {
            Exchange counted = count(component -> {
                component.setSslContextParameters(trusting());
                component.setProxyHost("localhost");
                component.setProxyPort(proxy.port());
                component.setProxyUsername("nora");
                component.setProxyPassword("p4ss:word");
            });

            assertThat(counted.getException()).isNull();
            assertThat(counted.getMessage().getBody()).isEqualTo(7L);
            assertThat(seen).hasSize(1);
            assertThat(seen.get(0))
                    .startsWith("CONNECT localhost:" + server.httpsPort() + " HTTP/1.1")
                    .contains("Proxy-Authorization: Basic " + PROXY_CREDENTIALS)
                    .doesNotContain(KEY);
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("CONNECT"))
                    .noneMatch(line -> line.contains(PROXY_CREDENTIALS) || line.contains(KEY));
        } finally {
            Configurator.setLevel(LIBRARY, Level.INFO);
        }
        server.verify(1, getRequestedFor(anyUrl()).withoutHeader("Proxy-Authorization"));
    }

    @Test
    void wrongCredentialsOfTheProxyAreSaidAtOnceAndNotShown() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (RawServer proxy = tunnel(seen)) {
            Exchange refused = count(component -> {
                component.setProxyHost("localhost");
                component.setProxyPort(proxy.port());
                component.setProxyUsername("nora");
                component.setProxyPassword("wr0ng-password");
            });

            assertThat(refused.getException())
                    .isInstanceOf(OntraportConnectionException.class)
                    .hasMessageContaining("HTTP 407")
                    .hasMessageContaining("proxyPassword")
                    .satisfies(failure -> assertThat(String.valueOf(failure)).doesNotContain("wr0ng"));
            assertThat(seen).hasSize(1);
        }
    }

    private RawServer tunnel(List<String> seen) throws IOException {
        AtomicReference<RawServer> tunnels = new AtomicReference<>();
        RawServer proxy = new RawServer(connection -> {
            String connect = RawServer.request(connection);
            seen.add(connect);
            if (connect.contains("Proxy-Authorization: Basic " + PROXY_CREDENTIALS + "\r\n")) {
                RawServer.write(connection, "HTTP/1.1 200 Established\r\n\r\n");
                tunnels.get().tunnel(connection, server.httpsPort());
            } else {
                RawServer.write(connection, RawServer.answer("407 Proxy Authentication Required", ""));
                RawServer.awaitClose(connection);
            }
        });
        tunnels.set(proxy);
        return proxy;
    }

    @Test
    void keysDoNotGoInTheClearToAProxyElsewhere() {
        assertThatThrownBy(() -> count(component -> {
                    component.getConfiguration().setBaseUrl("http://localhost:" + server.port() + "/1");
                    component.setProxyHost("proxy.example");
                    component.setProxyPort(3128);
                }))
                .hasMessageContaining("in the clear to the proxy proxy.example");
    }

    @Test
    void plainHttpIsAllowedOnRequestAndWarnedOfOnce() throws Exception {
        try (CapturedLog log = new CapturedLog(PLAIN_HTTP_WARNING);
                CamelContext context = new DefaultCamelContext()) {
            OntraportComponent component = context.getComponent("ontraport", OntraportComponent.class);
            component.getConfiguration().setBaseUrl("http://0.0.0.0:" + server.port() + "/1");
            component.getConfiguration().setApiKey(KEY);
            component.getConfiguration().setAppId("2_1_test");
            component.setAllowInsecureHttp(true);
            context.start();

            for (String type : List.of("contacts", "deals")) {
                Exchange counted = context.createProducerTemplate()
                        .request("ontraport:" + type + "?operation=count", exchange -> {});
                assertThat(counted.getMessage().getBody()).isEqualTo(7L);
            }
            assertThat(log.lines())
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .startsWith("WARN ")
                    .contains("in the clear to 0.0.0.0", "allowInsecureHttp")
                    .doesNotContain(KEY);
        }
    }

    @Test
    void plainHttpToThisMachineIsNotWarnedOf() throws Exception {
        try (CapturedLog log = new CapturedLog(PLAIN_HTTP_WARNING)) {
            Exchange counted = count(component -> {
                component.getConfiguration().setBaseUrl("http://localhost:" + server.port() + "/1");
                component.setAllowInsecureHttp(true);
            });

            assertThat(counted.getMessage().getBody()).isEqualTo(7L);
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void plainHttpToAnotherMachineIsRefusedWithTheOptionThatAllowsIt() {
        assertThatThrownBy(() -> count(
                        component -> component.getConfiguration().setBaseUrl("http://sandbox:" + server.port() + "/1")))
                .hasMessageContaining("in the clear")
                .hasMessageContaining("allowInsecureHttp=true");
    }

    /** The client of an application may follow redirects; with keys on board it does not. */
    @Test
    void aClientOfOnesOwnDoesNotCarryKeysToWhereARedirectLeads() throws Exception {
        server.stubFor(get(anyUrl()).willReturn(temporaryRedirect("http://localhost:" + server.port() + "/elsewhere")));
        try (CloseableHttpAsyncClient client = client()) {
            assertThat(count(component -> component.setHttpClient(client)).getException())
                    .isInstanceOf(OntraportException.class)
                    .hasMessageContaining("HTTP 302, a redirect, which is not followed");
        }
        server.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void aClientOfOnesOwnThatIsClosedIsSaid() throws Exception {
        CloseableHttpAsyncClient client = client();
        client.start();
        client.close();

        assertThat(count(component -> component.setHttpClient(client)).getException())
                .isInstanceOfSatisfying(OntraportConnectionException.class, failure -> assertThat(failure.getAttempts())
                        .isEqualTo(1))
                .hasMessageContaining("the HTTP client is closed");
    }

    private Exchange count(Consumer<OntraportComponent> settings) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            OntraportComponent component = context.getComponent("ontraport", OntraportComponent.class);
            component.getConfiguration().setBaseUrl("https://localhost:" + server.httpsPort() + "/1");
            component.getConfiguration().setApiKey(KEY);
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
