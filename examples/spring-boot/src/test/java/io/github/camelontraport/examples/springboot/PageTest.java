package io.github.camelontraport.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that docs/spring-boot.md and docs/spring-beans.md show are those of this example, and its versions are those of the build. */
class PageTest {

    private static final Path PAGE = Path.of("../../docs/spring-boot.md");
    private static final Path PAGE_ON_BEANS = Path.of("../../docs/spring-beans.md");
    private static final String EXAMPLES = "src/test/java/io/github/camelontraport/examples/";
    private static final String PACKAGE = "package io\\.github\\.camelontraport\\.examples\\.\\w+;";
    private static final String IMPORT = "import io\\.github\\.camelontraport\\.examples\\.\\w+\\.";
    private static final Pattern BLOCK = Pattern.compile("(?s)```[a-z]+\n(.*?)```");
    private static final Pattern DEPENDENCY =
            Pattern.compile("(?s)<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>");

    private static Stream<String> blocks() throws IOException {
        return blocks(PAGE);
    }

    private static Stream<String> blocks(Path page) throws IOException {
        return BLOCK.matcher(Files.readString(page)).results().map(found -> found.group(1));
    }

    /** As the page has it: all files in one package. */
    private static String shown(String file) throws IOException {
        return Files.readString(Path.of(file))
                .replaceFirst(PACKAGE, "package org.example;")
                .replaceAll(IMPORT, "import org.example.");
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
        assertThat(blocks()).contains(shown(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EXAMPLES + "signup/SignupController.java",
                EXAMPLES + "signup/SignupTest.java",
                EXAMPLES + "mirror/MirrorConfiguration.java",
                EXAMPLES + "mirror/ContactTable.java",
                EXAMPLES + "mirror/MirrorRoutes.java",
                EXAMPLES + "mirror/MirrorTest.java",
                "src/test/resources/schema.sql"
            })
    void thePageOnBeansShowsTheFile(String file) throws IOException {
        assertThat(blocks(PAGE_ON_BEANS)).contains(shown(file));
    }

    @Test
    void showsTheDependencies() throws IOException {
        String pom = blocks().findFirst().orElseThrow();
        String more = blocks(PAGE_ON_BEANS)
                .filter(text -> text.startsWith("<dependency>"))
                .collect(Collectors.joining());
        assertThat(dependencies(pom + more))
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
