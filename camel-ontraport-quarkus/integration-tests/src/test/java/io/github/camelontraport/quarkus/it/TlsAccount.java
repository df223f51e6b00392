package io.github.camelontraport.quarkus.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.SandboxReply;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An account behind a server with a certificate that nobody has signed, and an application that trusts just that. */
public class TlsAccount implements QuarkusTestResourceLifecycleManager {

    private static final Path STORE =
            Path.of("src", "test", "resources", "localhost.p12").toAbsolutePath();
    private static final String PASSWORD = "password";

    private OntraportSandbox account;
    private HttpsServer server;

    @Override
    public Map<String, String> start() {
        account = OntraportSandbox.builder().http(false).start();
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        return Map.of(
                "camel.component.ontraport.base-url",
                "https://localhost:" + server.getAddress().getPort() + "/1",
                "camel.component.ontraport.api-key",
                account.apiKey(),
                "camel.component.ontraport.app-id",
                account.appId(),
                "camel.component.ontraport.use-global-ssl-context-parameters",
                "true",
                "camel.ssl.enabled",
                "true",
                "camel.ssl.trust-store",
                "file:" + STORE,
                "camel.ssl.trust-store-password",
                PASSWORD);
    }

    private static SSLContext tls() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(STORE.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        return tls;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        String body;
        try (InputStream content = exchange.getRequestBody()) {
            body = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
        SandboxReply reply = account.answer(
                        exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body)
                .orElseThrow();
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] text = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), text.length == 0 ? -1 : text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            account.close();
        }
    }
}
