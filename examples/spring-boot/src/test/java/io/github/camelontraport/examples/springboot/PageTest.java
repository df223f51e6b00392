package io.github.camelontraport.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that docs/spring-boot.md shows are those of this example, and its versions are those of the build. */
class PageTest {

    private static final Path PAGE = Path.of("../../docs/spring-boot.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```[a-z]+\n(.*?)```");
    private static final Pattern DEPENDENCY =
            Pattern.compile("(?s)<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>");

    private static Stream<String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(PAGE)).results().map(found -> found.group(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java/io/github/camelontraport/examples/springboot/WelcomeApplication.java",
                "src/main/resources/camel/welcome.camel.yaml",
                "src/main/resources/application.properties",
                "src/main/resources/application-sandbox.properties",
                "src/test/java/io/github/camelontraport/examples/springboot/WelcomeTest.java"
            })
    void showsTheFile(String file) throws IOException {
        String text = Files.readString(Path.of(file));

        assertThat(blocks()).contains(text.replace("package " + getClass().getPackageName(), "package org.example"));
    }

    @Test
    void showsTheDependencies() throws IOException {
        assertThat(dependencies(blocks().findFirst().orElseThrow()))
                .containsAll(dependencies(Files.readString(Path.of("pom.xml"))).toList());
    }

    @Test
    void showsTheVersionsOfTheBuild() throws IOException {
        assertThat(blocks().findFirst().orElseThrow())
                .contains("<spring-boot.version>" + System.getProperty("spring-boot.version") + "<")
                .contains("<camel.version>" + System.getProperty("camel.version") + "<");
        assertThat(Files.readString(PAGE))
                .contains("`camel.version` to " + System.getProperty("camel-next.version"))
                .contains("`spring-boot.version` to " + System.getProperty("spring-boot-next.version"));
    }

    private static Stream<String> dependencies(String pom) {
        return DEPENDENCY.matcher(pom).results().map(PageTest::key).distinct();
    }

    private static String key(MatchResult dependency) {
        return dependency.group(1) + ":" + dependency.group(2);
    }
}
