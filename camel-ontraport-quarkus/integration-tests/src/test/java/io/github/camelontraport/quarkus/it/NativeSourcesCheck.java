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
import org.junit.jupiter.api.Test;

/**
 * What native-image is told, for machines that have none; run with {@code -Dnative-sources}, which has Quarkus write it down.
 */
class NativeSourcesCheck {

    private static final String PACKAGE = OntraportComponent.class.getPackageName();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatRoutesNameIsThereForReflection() throws IOException, URISyntaxException {
        List<String> registered = told("reflect-config.json").findValuesAsText("name");

        assertThat(publicClasses()).hasSizeGreaterThan(15).contains("io.github.camelontraport.OntraportValidationException",
                "io.github.camelontraport.AtomicFileStateRepository", "io.github.camelontraport.OntraportRules");
        assertThat(registered).containsAll(publicClasses());
    }

    @Test
    void metersAreNotThereWithoutMicrometer() throws IOException {
        assertThat(told("reflect-config.json").findValuesAsText("name"))
                .doesNotContain("io.github.camelontraport.MicrometerMeters");
    }

    @Test
    void metadataAndKameletsAreThereAsResources() throws IOException {
        String resources = told("resource-config.json").toString();

        assertThat(resources).contains("META-INF/io/github/camelontraport/ontraport.json", "kamelets/ontraport-",
                "camel/watch.camel.yaml");
    }

    @Test
    void nothingOfTheSandboxIsThere() throws IOException {
        try (Stream<Path> libraries = Files.list(Path.of("target", "native-sources", "lib"))) {
            assertThat(libraries.map(Path::toString).toList()).isNotEmpty()
                    .noneMatch(name -> name.contains("sandbox") || name.contains("wiremock"));
        }
    }

    /** Of the component's root package, read from its jar. */
    private static List<String> publicClasses() throws IOException, URISyntaxException {
        String folder = PACKAGE.replace('.', '/') + "/";
        Path jar = Path.of(OntraportComponent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (JarFile component = new JarFile(jar.toFile())) {
            return component.stream().map(JarEntry::getName)
                    .filter(name -> name.startsWith(folder) && name.endsWith(".class") && name.indexOf('/', folder.length()) < 0)
                    .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .filter(NativeSourcesCheck::isPublic).toList();
        }
    }

    private static boolean isPublic(String name) {
        try {
            return Modifier.isPublic(Class.forName(name, false, NativeSourcesCheck.class.getClassLoader()).getModifiers());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode told(String file) throws IOException {
        Path runner;
        try (Stream<Path> sources = Files.list(Path.of("target", "native-sources"))) {
            runner = sources.filter(path -> path.toString().endsWith("-runner.jar")).findFirst().orElseThrow();
        }
        try (JarFile jar = new JarFile(runner.toFile());
                InputStream content = jar.getInputStream(jar.getEntry("META-INF/native-image/" + file))) {
            return JSON.readTree(content);
        }
    }
}
