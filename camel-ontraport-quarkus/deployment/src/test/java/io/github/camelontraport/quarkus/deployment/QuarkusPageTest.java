package io.github.camelontraport.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/quarkus.md: what it says of versions and properties is so. */
class QuarkusPageTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern ROW =
            Pattern.compile("\\| `quarkus\\.camel-ontraport\\.devservices\\.([a-z-]+)` \\|.*\\| `(.*)` \\|");
    private static final Pattern VERSION = Pattern.compile("<(?:camel-)?quarkus\\.version>.*");

    @Test
    void propertiesAndDefaultsAreThoseOfTheDevService() throws IOException {
        List<String> told = ROW.matcher(page())
                .results()
                .map(row -> row.group(1) + "=" + row.group(2))
                .toList();

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(OntraportBuildTimeConfig.DevServices.class.getMethods())
                                .map(QuarkusPageTest::property)
                                .toList());
    }

    @Test
    void versionsAreThoseOfTheBuild() throws IOException {
        String build = Files.readString(ROOT.resolve("pom.xml"));

        assertThat(VERSION.matcher(page()).results().map(MatchResult::group))
                .hasSize(2)
                .allSatisfy(version -> assertThat(build).contains(version));
    }

    @Test
    void versionsInTheTextAreThoseOfTheBuild() throws IOException {
        String build = Files.readString(ROOT.resolve("pom.xml"));

        assertThat(page())
                .contains(
                        "camel-quarkus-kamelet " + valueIn(build, "camel-quarkus-kamelet.version"),
                        "camel-kamelet " + valueIn(build, "camel.version"),
                        "`com.h2database:h2-mvstore`, in version " + valueIn(build, "h2.version"));
    }

    private static String valueIn(String build, String property) {
        return build.replaceAll("(?s).*<" + property + ">(.*)</" + property + ">.*", "$1");
    }

    /** There it is compiled and run. */
    @Test
    void theTestIsOneOfTheIntegrationTests() throws IOException {
        String test = Files.readString(
                ROOT.resolve("camel-ontraport-quarkus/integration-tests/src/test/java/io/github/camelontraport/"
                        + "quarkus/it/WelcomeTest.java"));

        assertThat(page()).contains("```java\n" + test.substring(test.indexOf("@QuarkusTest")) + "```");
    }

    private static String property(Method method) {
        String name = method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return name + "=" + method.getAnnotation(WithDefault.class).value();
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/quarkus.md"));
    }
}
