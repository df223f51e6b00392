package io.github.camelontraport.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is delivered, {@code java -jar}. The system property {@code verify.jar} names it. */
class VerifyProgramIT {

    @TempDir
    Path folder;

    @Test
    void readsAnAccount() throws Exception {
        try (OntraportSandbox sandbox = ExampleAccount.full()) {
            Run run = start(ExampleAccount.environment(sandbox, sandbox.baseUrl()));

            assertThat(run.err()).isEmpty();
            assertThat(run.lines(Outcome.HOLDS)).hasSize(Facts.ALL.size());
            assertThat(run.exitCode()).isZero();
            assertThat(sandbox.requestCount()).isEqualTo(39);
        }
    }

    @Test
    void endsWithOneWhenAFactDoesNotHold() throws Exception {
        try (OntraportSandbox sandbox = ExampleAccount.full()) {
            sandbox.faults().ignoreCondition(true);

            Run run = start(ExampleAccount.environment(sandbox, sandbox.baseUrl()));

            assertThat(run.lines(Outcome.DOES_NOT_HOLD))
                    .anyMatch(line -> line.contains("Condition: = selects equal ids"));
            assertThat(run.exitCode()).isEqualTo(VerifyMain.SOME_DO_NOT_HOLD);
        }
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Run run = start(Map.of());

        assertThat(run.err()).startsWith("Set the environment variables ONTRAPORT_API_KEY and ONTRAPORT_APP_ID");
        assertThat(run.exitCode()).isEqualTo(VerifyMain.COULD_NOT_RUN);
    }

    private Run start(Map<String, String> environment) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        System.getProperty("verify.jar"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeAll(Set.of("ONTRAPORT_API_KEY", "ONTRAPORT_APP_ID", "ONTRAPORT_BASE_URL"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return new Run(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }
}
