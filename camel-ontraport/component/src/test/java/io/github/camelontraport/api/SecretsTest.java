package io.github.camelontraport.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.http.ScriptedTransport;
import io.github.camelontraport.api.http.TestTransport;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.api.time.ManualTimeSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text form and no exception shows a credential. */
class SecretsTest {

    private static final String SECRET = "s3cret-0123456789";

    /** The records of api and api.http that can hold a credential: found by their components, not listed by hand. */
    static Stream<Class<?>> recordsThatHoldTextOrHeaders() throws Exception {
        Path root = Path.of(Credentials.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> found;
        try (Stream<Path> files = Files.walk(root.resolve("io/github/camelontraport/api"), 2)) {
            found = files.map(file -> root.relativize(file).toString().replace('/', '.'))
                    .filter(name -> name.matches("io\\.github\\.camelontraport\\.api\\.(http\\.)?\\w+\\.class"))
                    .<Class<?>>map(SecretsTest::load)
                    .filter(Class::isRecord)
                    // What the API answered holds no credential of ours, and what came to be reads it.
                    .filter(type -> type != ApiReply.class && type != RetryDecision.class && type != RetryPolicy.class)
                    .toList();
        }
        assertThat(found)
                .contains(
                        ApiRequest.class,
                        RequestBody.class,
                        Credentials.class,
                        ClientSettings.class,
                        TransportRequest.class,
                        TransportResponse.class);
        return found.stream();
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.substring(0, file.length() - ".class".length()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("recordsThatHoldTextOrHeaders")
    void noRecordShowsASecretInItsText(Class<?> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Stream.of(components)
                .map(component -> secretive(type, component))
                .toArray();
        var constructor = type.getDeclaredConstructor(
                Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        assertThat(constructor.newInstance(values).toString()).isNotBlank().doesNotContain(SECRET);
    }

    /** A value that holds the secret wherever the type of the component lets it. */
    private static Object secretive(Class<?> owner, RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            boolean shown =
                    List.of("method", "path", "contentType", "scheme", "host").contains(component.getName());
            return component.getName().equals("path") ? "/objects" : shown ? "GET" : SECRET;
        }
        return Map.<Class<?>, Object>of(
                        Map.class,
                        Map.of("Api-Key", SECRET),
                        byte[].class,
                        SECRET.getBytes(StandardCharsets.UTF_8),
                        URI.class,
                        URI.create(owner == ClientSettings.class ? "https://a.test/1" : "https://a.test/1?k=" + SECRET),
                        Credentials.class,
                        new Credentials(SECRET, SECRET),
                        RequestBody.class,
                        new RequestBody("text/plain", SECRET.getBytes(StandardCharsets.UTF_8)),
                        RetryRule.class,
                        RetryRule.NEVER,
                        Duration.class,
                        Duration.ofSeconds(1),
                        RetryPolicy.class,
                        ClientFixture.RETRY,
                        int.class,
                        200)
                .get(type);
    }

    @Test
    void clientHealthAndLimiterDoNotShowThem() {
        ClientFixture fixture = new ClientFixture(new ScriptedTransport(ScriptedTransport.ok("1")));
        assertThat(List.of(fixture.client, fixture.health, fixture.limiter).toString())
                .doesNotContain(ClientFixture.KEY, ClientFixture.APP);
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET + "\n", "\t" + SECRET, SECRET + " ", SECRET + "\u00e9", SECRET + "\u0000", "", " "})
    void aCredentialThatCannotBeAHeaderIsRefusedAndNotShown(String value) {
        assertThatThrownBy(() -> new Credentials(value, "app"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("apiKey")
                .hasMessageNotContaining(SECRET);
        assertThatThrownBy(() -> new Credentials("key", value))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("appId")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void aMissingCredentialIsRefused() {
        assertThatThrownBy(() -> new Credentials(null, "app")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Credentials("key", null)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aHeaderThatTheHttpClientRefusesIsNotRepeatedInTheException() {
        ApiException failure;
        try (TestTransport transport = new TestTransport(1000, new ManualTimeSource())) {
            failure = ClientFixture.failure(new ClientFixture(transport)
                    .call(new ApiRequest(
                            "GET",
                            "/objects",
                            Map.of(),
                            Map.of("X-Token", SECRET + "\r\nX-Injected: 1"),
                            RequestBody.NONE,
                            RetryRule.NEVER)));
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        assertThat(trace.toString()).contains("was not sent").doesNotContain(SECRET, "Injected");
        assertThat(failure.kind()).isEqualTo(ApiException.Kind.VALIDATION);
        assertThat(failure.outcomeUnknown()).isFalse();
    }

    private static String traceOf(ScriptedTransport.Line line) {
        ClientFixture fixture = new ClientFixture(new ScriptedTransport(line));
        CompletableFuture<ApiReply> call = fixture.call(ClientFixture.post(RetryRule.NEVER));
        fixture.timeSource.advance(Duration.ofMinutes(10));
        StringWriter trace = new StringWriter();
        ClientFixture.failure(call).printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    /** Of what an exception may hold: its own text, that of causes, of what it suppressed, and of a cause's cause. */
    static Stream<Throwable> failuresThatEchoACredential() {
        String echo = "Invalid status line: \"Api-Key: " + ClientFixture.KEY + "\"";
        IOException suppressing = new IOException("close failed");
        suppressing.addSuppressed(new IllegalStateException(echo, new IOException(ClientFixture.APP)));
        IOException circular = new IOException("lost", new ProtocolException(echo));
        circular.getCause().initCause(circular);
        return Stream.of(
                new ProtocolException(echo),
                new IOException("lost", new ProtocolException(echo)),
                new ConnectException(echo),
                new IOException(echo.toUpperCase(Locale.ROOT)),
                suppressing,
                circular,
                new IllegalStateException(new IOException(echo)),
                new IOException() {
                    @Override
                    @SuppressWarnings("OverrideThrowableToString")
                    public String toString() {
                        return echo;
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("failuresThatEchoACredential")
    void causesAreCleanedOfEchoedCredentials(Throwable failure) {
        assertThat(traceOf(ScriptedTransport.fails(failure)))
                .contains("Caused by: ", "***")
                .doesNotContainIgnoringCase(ClientFixture.KEY, ClientFixture.APP);
    }

    @Test
    void aCauseWithoutACredentialIsKept() {
        IOException cause = new ConnectException("refused");
        ClientFixture fixture = new ClientFixture(new ScriptedTransport(ScriptedTransport.fails(cause)));
        CompletableFuture<ApiReply> call = fixture.call(ClientFixture.post(RetryRule.NEVER));
        fixture.timeSource.advance(Duration.ofMinutes(10));
        assertThat(ClientFixture.failure(call)).cause().isSameAs(cause);
    }

    /** Also where the text is cut, so that no part of a credential remains. */
    @ParameterizedTest
    @ValueSource(ints = {0, 470, 480, 490, 495, 499, 15_330, 15_350, 16_360, 16_380})
    void textsAreCleanedBeforeTheyAreCut(int position) {
        String body = " ".repeat(position / 2) + "x ".repeat(position / 4) + ClientFixture.KEY + "y".repeat(20_000);
        String partOfKey = ClientFixture.KEY.substring(0, 10);
        assertThat(traceOf(ScriptedTransport.status(400, body))).doesNotContain(partOfKey);
        assertThat(traceOf(
                        ScriptedTransport.status(400, " ".repeat(position) + ClientFixture.KEY + "y".repeat(20_000))))
                .doesNotContain(partOfKey);
        assertThat(traceOf(ScriptedTransport.status(
                        200, "{\"code\":\"" + "x".repeat(position) + ClientFixture.KEY + "\"}")))
                .doesNotContain(partOfKey);
        assertThat(traceOf(ScriptedTransport.fails(new IOException("x".repeat(position) + ClientFixture.KEY))))
                .doesNotContain(partOfKey);
    }

    @Test
    void otherSpellingsOfACredentialAreHiddenToo() {
        Redaction redaction = new Redaction("k/e+y\\=\"0123456789", "0123456789");
        assertThat(List.of(
                        redaction.clean("a k/e+y\\=\"0123456789 b"),
                        redaction.clean("K/E+Y\\=\"0123456789"),
                        redaction.clean("?key=k%2Fe%2By%5C%3D%220123456789&"),
                        redaction.clean("{\"key\":\"k/e+y\\\\=\\\"0123456789\"}"),
                        redaction.clean("{\"key\":\"k\\/e+y\\\\=\\\"0123456789\"}")))
                .containsExactly("a *** b", "***", "?key=***&", "{\"key\":\"***\"}", "{\"key\":\"***\"}");
    }
}
