package io.github.camelontraport.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiHealth;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.CallListener;
import io.github.camelontraport.api.ClientFixture;
import io.github.camelontraport.api.ClientSettings;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.RetryPolicy;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.api.ratelimit.SlidingWindowRateLimiter;
import io.github.camelontraport.api.time.ManualTimeSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A server that keeps a connection alive and closes it when the second request has come: the request was written, and may
 * have been executed. The client sends nothing by itself; a repeat is the caller's.
 */
class StaleConnectionTest {

    private static final int LIMIT = 180;
    private static final Duration AMPLE = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final ManualTimeSource timeSource = new ManualTimeSource();
    private final SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(LIMIT, timeSource, () -> 0);
    private final CallContext context = CallContext.of("get");
    private ServerSocket server;
    private TestTransport transport;
    private OntraportClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.submit(this::accept);
        ClientSettings settings = new ClientSettings(
                URI.create("http://localhost:" + server.getLocalPort() + "/1"),
                ClientFixture.CREDENTIALS,
                AMPLE,
                AMPLE,
                new RetryPolicy(0, Duration.ZERO, Duration.ZERO, () -> 0));
        transport = new TestTransport(1000, timeSource);
        client = new OntraportClient(
                settings, transport, limiter, timeSource, new ApiHealth(timeSource), CallListener.NONE);
    }

    @AfterEach
    void stop() throws IOException {
        transport.close();
        server.close();
        threads.shutdownNow();
    }

    private Void accept() throws IOException {
        for (boolean first = true; ; first = false) {
            Socket connection = server.accept();
            boolean closesAfterOne = first;
            threads.submit(() -> serve(connection, closesAfterOne));
        }
    }

    private Void serve(Socket connection, boolean closesAfterOne) throws IOException {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            for (int served = 0; receive(in) && (served == 0 || !closesAfterOne); served++) {
                String body = "{\"code\":0,\"data\":\"1\"}";
                connection
                        .getOutputStream()
                        .write(("HTTP/1.1 200 OK\r\nX-Rate-Limit-Limit: " + LIMIT
                                        + "\r\nX-Rate-Limit-Remaining: " + (LIMIT - received.size())
                                        + "\r\nContent-Length: " + body.length()
                                        + "\r\n\r\n" + body)
                                .getBytes(StandardCharsets.UTF_8));
                connection.getOutputStream().flush();
            }
        }
        return null;
    }

    /** Reads a request; whether there was one. */
    private boolean receive(BufferedReader in) throws IOException {
        String start = in.readLine();
        if (start == null) {
            return false;
        }
        int length = 0;
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        for (int read = 0; read < length; read++) {
            in.read();
        }
        received.add(start.substring(0, start.indexOf(' ')));
        return true;
    }

    private ApiReply call(ApiRequest request) {
        return client.call(request, context)
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void aReadIsNotSentOnceMoreInSilence() {
        ApiRequest read = ApiRequest.get("/object", Map.of("id", "1"));
        call(read);
        CompletionException failure = catchThrowableOfType(CompletionException.class, () -> call(read));
        assertThat(received).containsExactly("GET", "GET");
        assertThat(context.requests()).isEqualTo(2);
        assertThat(((ApiException) failure.getCause()).retryable()).isTrue();
        assertThat(limiter.status().remaining()).isEqualTo(LIMIT - 2);
    }

    @Test
    void aWriteIsNotSentOnceMoreAndItsOutcomeIsUnknown() {
        call(ClientFixture.post(RetryRule.NEVER));
        CompletionException failure =
                catchThrowableOfType(CompletionException.class, () -> call(ClientFixture.post(RetryRule.NEVER)));
        assertThat(received).containsExactly("POST", "POST");
        assertThat(((ApiException) failure.getCause()).outcomeUnknown()).isTrue();
        assertThat(limiter.status().remaining()).isEqualTo(LIMIT - 2);
    }
}
