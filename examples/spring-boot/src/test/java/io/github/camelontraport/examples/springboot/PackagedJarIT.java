package io.github.camelontraport.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that the package phase makes, started with {@code java -jar}. */
class PackagedJarIT {

    private static final String JAR = System.getProperty("application.jar");

    @TempDir
    private Path folder;

    @Test
    void welcomesAContactOfTheAccountThatTheEnvironmentNames() throws Exception {
        try (OntraportSandbox account = OntraportSandbox.start()) {
            long ada = account.create(0, Map.of("firstname", "Ada", "email", "ada@example.com"));
            Process application = start(
                    Map.of("ONTRAPORT_API_KEY", account.apiKey(), "ONTRAPORT_APP_ID", account.appId()),
                    "--camel.component.ontraport.base-url=" + account.baseUrl(),
                    "--welcome.start-from=beginning",
                    "--welcome.delay=100");
            try {
                await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(account.find(0, ada))
                        .hasValueSatisfying(contact -> assertThat(contact).containsEntry("contact_cat", "*/*1*/*")));
            } finally {
                application.destroy();
                assertThat(application.waitFor(1, TimeUnit.MINUTES)).isTrue();
            }
            assertThat(output()).contains("Contact " + ada + ": Ada").doesNotContain(account.apiKey());
        }
    }

    @Test
    void holdsNoSandboxAndDoesNotFallBackToTheAccount() throws Exception {
        Process application = start(
                Map.of("ONTRAPORT_API_KEY", "a-key", "ONTRAPORT_APP_ID", "an-app"), "--spring.profiles.active=sandbox");
        try {
            assertThat(application.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            application.destroyForcibly();
        }

        assertThat(application.exitValue()).isEqualTo(1);
        assertThat(output()).contains("APPLICATION FAILED TO START", "the sandbox is not on the class path: add");
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR, "--server.port=0");
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(java.stream(), Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .redirectOutput(outputFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private File outputFile() {
        return folder.resolve("output.txt").toFile();
    }

    private String output() throws IOException {
        return Files.readString(outputFile().toPath());
    }
}
