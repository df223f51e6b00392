package io.github.camelontraport.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.http.JdkTransport;
import io.github.camelontraport.api.http.ScriptedTransport;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.api.time.ManualTimeSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
            boolean shown = Map.of("method", "GET", "path", "/objects", "contentType", "text/plain")
                    .containsKey(component.getName());
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
        ClientFixture fixture =
                new ClientFixture(new JdkTransport(HttpClient.newHttpClient(), 1000, new ManualTimeSource()));
        CompletableFuture<ApiReply> call = fixture.call(new ApiRequest(
                "GET",
                "/objects",
                Map.of(),
                Map.of("X-Token", SECRET + "\r\nX-Injected: 1"),
                RequestBody.NONE,
                RetryRule.NEVER));
        ApiException failure = ClientFixture.failure(call);
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        assertThat(trace.toString()).contains("was not sent").doesNotContain(SECRET, "Injected");
        assertThat(failure.kind()).isEqualTo(ApiException.Kind.VALIDATION);
        assertThat(failure.outcomeUnknown()).isFalse();
    }
}
