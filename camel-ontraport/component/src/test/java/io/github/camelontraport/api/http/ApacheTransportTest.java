package io.github.camelontraport.api.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiException.Kind;
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
import io.github.camelontraport.api.time.ScheduledTimeSource;
import io.github.camelontraport.route.webhook.WebhookTestSupport;
import io.github.camelontraport.support.RawServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real HTTP through the whole client, as far as the faults of a network can be had on one machine. */
class ApacheTransportTest {

    private static final int CAP = 1000;
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration AMPLE = Duration.ofSeconds(30);

    private static WireMockServer server;
    private final List<Transport> opened = new ArrayList<>();
    private ScheduledExecutorService scheduler;

    private Transport opened(Transport transport) {
        opened.add(transport);
        return transport;
    }

    @BeforeAll
    static void startServer() {
        server = new WireMockServer(options().dynamicPort().dynamicHttpsPort());
        server.start();
    }

    @AfterAll
    static void stopServer() {
        server.stop();
    }

    private static String base() {
        return "http://localhost:" + server.port();
    }

    @BeforeEach
    void reset() {
        server.resetAll();
        scheduler = Executors.newSingleThreadScheduledExecutor();
    }

    @AfterEach
    void stopScheduler() {
        opened.forEach(Transport::close);
        scheduler.shutdownNow();
    }

    private ApiReply call(String baseUrl, ApiRequest request, Duration timeout) {
        ScheduledTimeSource timeSource = new ScheduledTimeSource(scheduler);
        OntraportClient client = new OntraportClient(
                new ClientSettings(
                        URI.create(baseUrl),
                        ClientFixture.CREDENTIALS,
                        timeout,
                        AMPLE,
                        new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1), () -> 0)),
                opened(new TestTransport(CAP, timeSource)),
                new SlidingWindowRateLimiter(180, timeSource, () -> 0),
                timeSource,
                new ApiHealth(timeSource),
                CallListener.NONE);
        return client.call(request, CallContext.of("search"))
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private void check(ResponseDefinitionBuilder response, Duration timeout, int ifRepeatable, boolean retryable) {
        server.stubFor(any(anyUrl()).willReturn(response));
        String base = base() + "/1";
        check(base, RetryRule.ALWAYS, timeout, ifRepeatable, retryable, false);
        // WireMock lists a request when its answer has been written, or could not be.
        received(ifRepeatable);
        server.resetRequests();
        check(base, RetryRule.NEVER, timeout, 1, false, true);
        received(1);
    }

    private static void received(int requests) {
        WebhookTestSupport.await("requests").untilAsserted(() -> server.verify(requests, anyRequestedFor(anyUrl())));
    }

    private void check(
            String base, RetryRule rule, Duration timeout, int attempts, boolean retryable, boolean unknown) {
        Throwable thrown = catchThrowable(() -> call(base, ClientFixture.post(rule), timeout));
        assertThat(thrown).hasCauseInstanceOf(ApiException.class);
        ApiException failure = (ApiException) thrown.getCause();
        assertThat(failure.kind()).isEqualTo(Kind.CONNECTION);
        assertThat(failure.status()).isZero();
        assertThat(failure.attempts()).isEqualTo(attempts);
        assertThat(failure.retryable()).isEqualTo(retryable);
        assertThat(failure.outcomeUnknown()).isEqualTo(unknown);
    }

    @Test
    void aRequestGoesOutAndItsReplyComesBackWhole() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{\"code\":0,\"data\":\"\u00e9\"}")));
        assertThat(call(base() + "/1", ClientFixture.post(RetryRule.NEVER), AMPLE)
                        .data()
                        .asText())
                .isEqualTo("\u00e9");
        LoggedRequest sent = server.findAll(anyRequestedFor(anyUrl())).get(0);
        assertThat(sent.getMethod().getName()).isEqualTo("POST");
        assertThat(sent.getUrl()).isEqualTo("/1/objects");
        assertThat(sent.getBodyAsString()).isEqualTo("a=b");
        assertThat(sent.getHeader("Api-Key")).isEqualTo(ClientFixture.KEY);
        assertThat(sent.getHeader("Api-Appid")).isEqualTo(ClientFixture.APP);
        assertThat(sent.getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void headersComeInLowerCaseWithTheirFirstValue() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withHeader("X-Rate-Limit-Reset", "23", "24")));
        TransportResponse reply = opened(new TestTransport(CAP, new ScheduledTimeSource(scheduler)))
                .send(new TransportRequest("GET", URI.create(base() + "/x"), Map.of(), null, AMPLE))
                .toCompletableFuture()
                .join();
        assertThat(reply.header("x-rate-limit-reset")).contains("23");
    }

    @Test
    void aReplyAsLongAsAllowedIsReadAndALongerOneIsNot() {
        String wrap = "{\"code\":0,\"data\":\"\"}";
        String body = wrap.replace("\"\"", '"' + "x".repeat(CAP - wrap.length()) + '"');
        server.stubFor(any(anyUrl()).willReturn(aResponse().withBody(body)));
        assertThat(call(base(), ClientFixture.post(RetryRule.NEVER), AMPLE)
                        .data()
                        .asText())
                .startsWith("xxx");
        server.resetRequests();
        check(aResponse().withBody(body + " "), AMPLE, 1, false);
    }

    @Test
    void aReplyThatDoesNotBeginInTimeIsAConnectionFailure() {
        check(aResponse().withFixedDelay(20_000).withBody("{\"code\":0}"), SHORT, 2, true);
    }

    @Test
    void aReplyThatBeginsButDoesNotEndInTimeIsAConnectionFailure() {
        check(aResponse().withBody("{\"code\":0,\"data\":1}").withChunkedDribbleDelay(10, 20_000), SHORT, 2, true);
    }

    @Test
    void aConnectionThatIsResetIsOne() {
        check(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), AMPLE, 2, true);
    }

    @Test
    void aConnectionClosedWithoutAReplyIsALostConnection() {
        check(aResponse().withFault(Fault.EMPTY_RESPONSE), AMPLE, 2, true);
    }

    @Test
    void soIsAReplyThatIsNotHttp() {
        check(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE), AMPLE, 2, true);
    }

    @Test
    void soIsAReplyThatBreaksOffInItsBody() {
        check(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), AMPLE, 2, true);
    }

    @Test
    void aRefusedConnectionIsRetriedForEveryRequest() {
        WireMockServer gone = new WireMockServer(options().dynamicPort());
        gone.start();
        String base = gone.baseUrl();
        gone.stop();
        check(base, RetryRule.ALWAYS, AMPLE, 2, true, false);
        check(base, RetryRule.NEVER, AMPLE, 2, true, false);
    }

    @Test
    void aHostThatDoesNotExistIsTriedAgainToo() {
        check("http://no-such-host.invalid", RetryRule.NEVER, AMPLE, 2, true, false);
    }

    @Test
    void anUntrustedCertificateIsFinalAndNothingWasSent() {
        check("https://localhost:" + server.httpsPort(), RetryRule.ALWAYS, AMPLE, 1, false, false);
        check("https://localhost:" + server.httpsPort(), RetryRule.NEVER, AMPLE, 1, false, false);
        server.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void aReplyWhoseEndCannotBeTimedIsNotWaitedFor() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{}")));
        ManualTimeSource full = new ManualTimeSource();
        full.full(true);

        assertThat(opened(new TestTransport(CAP, full))
                        .send(new TransportRequest("GET", URI.create(base() + "/objects"), Map.of(), null, AMPLE))
                        .toCompletableFuture())
                .failsWithin(AMPLE)
                .withThrowableThat()
                .withMessageContaining("no alarm could be set");
    }

    private CompletableFuture<TransportResponse> send(Transport transport, String method, Map<String, String> headers) {
        return transport
                .send(new TransportRequest(method, URI.create(base() + "/1/objects?a=%20b&c"), headers, null, AMPLE))
                .toCompletableFuture();
    }

    /** Nothing but what the caller gives and HTTP needs: no cookies, no wish for compression or another protocol. */
    @Test
    void nothingIsSentThatWasNotAskedFor() {
        server.stubFor(any(anyUrl())
                .willReturn(aResponse().withHeader("Set-Cookie", "a=b").withBody("{}")));
        Transport transport = opened(new TestTransport(CAP, new ScheduledTimeSource(scheduler)));

        send(transport, "GET", Map.of("Api-Key", "x")).join();
        send(transport, "GET", Map.of("Api-Key", "x")).join();

        assertThat(server.findAll(anyRequestedFor(anyUrl()))).hasSize(2).allSatisfy(sent -> {
            assertThat(sent.getUrl()).isEqualTo("/1/objects?a=%20b&c");
            assertThat(sent.getHeaders().keys())
                    .containsExactlyInAnyOrder("Api-Key", "Host", "Connection", "User-Agent");
        });
    }

    @Test
    void aRedirectAndAChallengeAreAnswersLikeOthers() {
        Transport transport = opened(new TestTransport(CAP, new ScheduledTimeSource(scheduler)));
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(302).withHeader("Location", base() + "/2")));
        assertThat(send(transport, "GET", Map.of()).join().status()).isEqualTo(302);
        server.stubFor(any(anyUrl())
                .willReturn(aResponse().withStatus(401).withHeader("WWW-Authenticate", "Basic realm=\"r\"")));
        assertThat(send(transport, "GET", Map.of()).join().status()).isEqualTo(401);
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503).withHeader("Retry-After", "1")));
        assertThat(send(transport, "GET", Map.of()).join().status()).isEqualTo(503);

        server.verify(3, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, Host, evil.example",
        "GET, content-length, 5",
        "GET, Transfer-Encoding, chunked",
        "GET, Proxy-Authorization, Basic x",
        "GET, X Y, 1",
        "GET, X-Y, 'a\nb: c'",
        "GET, X-Y, \u20ac",
        "CONNECT, X-Y, 1",
        "G ET, X-Y, 1"
    })
    void whatHttpDoesNotAllowIsNotSent(String method, String header, String value) {
        Transport transport = opened(new TestTransport(CAP, new ScheduledTimeSource(scheduler)));

        assertThat(send(transport, method, Map.of(header, value)))
                .failsWithin(AMPLE)
                .withThrowableThat()
                .withCauseInstanceOf(InvalidRequestException.class);
        server.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void aClosedTransportSendsNothing() {
        TestTransport transport = new TestTransport(CAP, new ScheduledTimeSource(scheduler));
        transport.close();

        assertThat(send(transport, "GET", Map.of()))
                .failsWithin(AMPLE)
                .withThrowableThat()
                .withCauseInstanceOf(NotSentException.class);
    }

    @Test
    void aConnectionThatWaitsTooLongIsClosedWithoutAnotherRequest() throws Exception {
        try (RawServer kept = new RawServer(connection -> {
            RawServer.request(connection);
            RawServer.write(connection, RawServer.answer("200 OK", "{}"));
            RawServer.awaitClose(connection);
        })) {
            ManualTimeSource timeSource = new ManualTimeSource();
            Duration idle = Duration.ofMillis(1);
            Transport transport = opened(new TestTransport(CAP, timeSource, idle, null));
            transport
                    .send(new TransportRequest(
                            "GET", URI.create("http://localhost:" + kept.port()), Map.of(), null, AMPLE))
                    .toCompletableFuture()
                    .join();
            assertThat(kept.ended()).as("closed before its time").isZero();

            // The library counts the idle time by the system's clock.
            WebhookTestSupport.await("the end of the connection").until(() -> {
                timeSource.advance(idle);
                return kept.ended() == 1;
            });
        }
    }
}
