package io.github.camelontraport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxMainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void startsWithExampleDataAndSaysHowToReachIt() {
        try (OntraportSandbox sandbox = start("--port=0", "--requests-per-minute=7", "--api-key=k", "--app-id=2_1_a")) {
            assertThat(printed(out)).contains(sandbox.baseUrl(), "API key:  k", "App ID:   2_1_a", "curl ");
            assertThat(printed(err)).isEmpty();
            assertThat(Api.of(sandbox).get("/Contacts").header("X-Rate-Limit-Limit")).isEqualTo("7");
            assertThat(sandbox.records(0)).hasSizeGreaterThan(20);
        }
    }

    @Test
    void startsEmptyOnDemand() {
        try (OntraportSandbox sandbox = start("--port=0", "--no-example-data")) {
            assertThat(sandbox.records(0)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot=1", "--port", "--port=", "--port=x", "--port=70000", "--requests-per-minute=0",
        "--no-example-data=1", "help"})
    void explainsItselfWhenNotUnderstood(String argument) {
        assertThat(SandboxMain.start(List.of("--port=0", argument), stream(out), stream(err))).isEmpty();
        assertThat(printed(err)).contains("Usage: ").hasLineCount(2);
        assertThat(printed(out)).isEmpty();
    }

    @Test
    void aPortInUseIsSaidWithTheWayOut() {
        try (OntraportSandbox sandbox = OntraportSandbox.start()) {
            assertThat(SandboxMain.start(List.of("--port=" + sandbox.port()), stream(out), stream(err))).isEmpty();
            assertThat(printed(err)).contains("port is taken", "--port=");
        }
    }

    private OntraportSandbox start(String... arguments) {
        return SandboxMain.start(List.of(arguments), stream(out), stream(err)).orElseThrow();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String printed(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
