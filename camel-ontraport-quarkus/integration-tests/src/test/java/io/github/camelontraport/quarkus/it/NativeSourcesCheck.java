package io.github.camelontraport.quarkus.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.OntraportComponent;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * What native-image is told, for machines that have none; run with {@code -Dnative-sources}, which has Quarkus write it down.
 */
class NativeSourcesCheck {

    private static final String PACKAGE = OntraportComponent.class.getPackageName();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatRoutesNameIsThereForReflection() throws IOException, URISyntaxException {
        assertThat(publicClasses())
                .hasSizeGreaterThan(15)
                .contains(
                        "io.github.camelontraport.OntraportValidationException",
                        "io.github.camelontraport.AtomicFileStateRepository",
                        "io.github.camelontraport.OntraportRules");
        assertThat(withMethods())
                .containsAll(publicClasses())
                .contains(
                        "org.apache.camel.component.webhook.WebhookComponent",
                        "org.apache.camel.component.webhook.WebhookEndpoint");
    }

    @Test
    void whatMessagesHoldIsThereForReflection() throws IOException {
        assertThat(withMethods())
                .contains(
                        "java.util.ArrayList",
                        "java.util.LinkedHashMap",
                        "java.util.Map",
                        "java.util.Set",
                        "java.util.Iterator",
                        "java.time.Instant",
                        "io.github.camelontraport.RecordStream",
                        "org.apache.camel.support.processor.idempotent.FileIdempotentRepository");
    }

    @Test
    void allCharsetsAreThere() throws IOException {
        assertThat(Files.readString(Path.of("target", "native-sources", "native-image.args")))
                .contains("-H:+AddAllCharsets");
    }

    @Test
    void metersAreNotThereWithoutMicrometer() throws IOException {
        assertThat(told("reflect-config.json").findValuesAsText("name"))
                .doesNotContain("io.github.camelontraport.account.MicrometerAccountMetrics");
    }

    @Test
    void metadataAndRoutesAreThereAsResources() throws IOException {
        String resources = told("resource-config.json").toString();

        assertThat(resources).contains("META-INF/io/github/camelontraport/ontraport.json", "camel/watch.camel.yaml");
    }

    @Test
    void theFileOfALedgerIsThereForReflection() throws IOException {
        assertThat(withConstructors())
                .contains("io.github.camelontraport.FileSyncLedger", "io.github.camelontraport.MvStoreFile");
        assertThat(libraries()).anyMatch(name -> name.contains("h2-mvstore"));
    }

    /** The files by the extension of Kamelets, the function by that of Camel. */
    @Test
    void kameletsAreThereWithWhatTheyName() throws IOException {
        assertThat(told("resource-config.json").toString()).contains("kamelets/[^/]*", "camel/kamelets.camel.yaml");
        assertThat(withConstructors())
                .contains(
                        "io.github.camelontraport.option.KameletPropertiesFunction",
                        "com.fasterxml.jackson.datatype.jsr310.JavaTimeModule");
    }

    /** By Camel Quarkus' support for the HTTP client. */
    @Test
    void whatTheHttpClientReadsIsThereAsResource() throws IOException {
        assertThat(told("resource-config.json").toString()).contains("mozilla/public-suffix-list.txt");
    }

    @Test
    void nothingOfTheSandboxIsThere() throws IOException {
        assertThat(libraries()).isNotEmpty().noneMatch(name -> name.contains("sandbox") || name.contains("wiremock"));
    }

    private static List<String> libraries() throws IOException {
        try (Stream<Path> libraries = Files.list(Path.of("target", "native-sources", "lib"))) {
            return libraries.map(Path::toString).toList();
        }
    }

    /** The classes that can be made by name. */
    private static List<String> withConstructors() throws IOException {
        return StreamSupport.stream(told("reflect-config.json").spliterator(), false)
                .filter(entry -> entry.path("allDeclaredConstructors").asBoolean()
                        || entry.path("allPublicConstructors").asBoolean())
                .map(entry -> entry.path("name").asText())
                .toList();
    }

    /** The classes whose methods can be called by name. */
    private static List<String> withMethods() throws IOException {
        return StreamSupport.stream(told("reflect-config.json").spliterator(), false)
                .filter(entry -> entry.path("allDeclaredMethods").asBoolean()
                        || entry.path("allPublicMethods").asBoolean())
                .map(entry -> entry.path("name").asText())
                .toList();
    }

    /** Of the component's root package, read from its jar. */
    private static List<String> publicClasses() throws IOException, URISyntaxException {
        String folder = PACKAGE.replace('.', '/') + "/";
        Path jar = Path.of(OntraportComponent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (JarFile component = new JarFile(jar.toFile())) {
            return component.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(folder)
                            && name.endsWith(".class")
                            && name.indexOf('/', folder.length()) < 0)
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .filter(NativeSourcesCheck::isPublic)
                    .toList();
        }
    }

    private static boolean isPublic(String name) {
        try {
            return Modifier.isPublic(Class.forName(name, false, NativeSourcesCheck.class.getClassLoader())
                    .getModifiers());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode told(String file) throws IOException {
        Path runner;
        try (Stream<Path> sources = Files.list(Path.of("target", "native-sources"))) {
            runner = sources.filter(path -> path.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow();
        }
        try (JarFile jar = new JarFile(runner.toFile());
                InputStream content = jar.getInputStream(jar.getEntry("META-INF/native-image/" + file))) {
            return JSON.readTree(content);
        }
    }
}
