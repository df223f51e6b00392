package io.github.camelontraport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.support.ApiClient;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxMainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void startsWithExampleDataAndPrintsHowToReachIt() {
        try (OntraportSandbox sandbox = start("--port=0", "--requests-per-minute=7", "--api-key=k", "--app-id=2_1_a")) {
            assertThat(printed(out))
                    .startsWith("Base URL: " + sandbox.baseUrl() + System.lineSeparator())
                    .contains("Web page: " + sandbox.pageUrl(), "API key:  k", "App ID:   2_1_a", "curl ");
            assertThat(printed(err)).isEmpty();
            assertThat(ApiClient.of(sandbox).get("/Contacts").header("X-Rate-Limit-Limit"))
                    .isEqualTo("7");
            assertThat(sandbox.records(0)).hasSizeGreaterThan(20);
        }
    }

    @Test
    void startsWithoutExampleData() {
        try (OntraportSandbox sandbox = start("--port=0", "--no-example-data")) {
            assertThat(sandbox.records(0)).isEmpty();
        }
    }

    @Test
    void anOptionTakesItsValueAsTheNextArgumentToo() {
        try (OntraportSandbox sandbox =
                start("--port", "0", "--api-key", "k", "--no-example-data", "--host", "0.0.0.0")) {
            assertThat(sandbox.apiKey()).isEqualTo("k");
            assertThat(sandbox.records(0)).isEmpty();
            assertThat(sandbox.baseUrl()).isEqualTo("http://localhost:" + sandbox.port() + "/1");
            assertThat(new ApiClient("http://0.0.0.0:" + sandbox.port() + "/1", "k", sandbox.appId())
                            .get("/Contacts")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void theDefaultPortIsNotOneOfApplicationServers() {
        assertThat(SandboxArguments.USAGE).contains("default 7077").doesNotContain("8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--prot=1",
                "--port",
                "--port=",
                "--port=x",
                "--port --help",
                "--port=70000",
                "--requests-per-minute=0",
                "--no-example-data=1",
                "--data",
                "--data=\u0000",
                "help"
            })
    void printsTheUsageForInvalidArguments(String argument) {
        List<String> arguments = Stream.concat(Stream.of("--port=0"), Stream.of(argument.split(" ")))
                .toList();
        assertThat(SandboxMain.start(arguments, stream(out), stream(err), this::nothingIsPrinted))
                .isEmpty();
        assertThat(printed(err).lines())
                .hasSize(1 + (int) SandboxArguments.USAGE.lines().count());
        assertThat(printed(err)).contains("Usage: java -jar ", "--data FILE");
        assertThat(printed(out)).isEmpty();
    }

    @Test
    void namesTheOptionsWhenOneIsUnknown() {
        SandboxMain.start(List.of("--prot", "1"), stream(out), stream(err), this::nothingIsPrinted);

        assertThat(printed(err).lines().findFirst())
                .hasValue("Unknown option --prot; the options are --host, --port, --requests-per-minute, --api-key, "
                        + "--app-id, --data, --no-example-data");
    }

    @Test
    void reportsAPortInUseWithTheUsage() {
        try (OntraportSandbox sandbox = OntraportSandbox.start()) {
            assertThat(SandboxMain.start(
                            List.of("--port=" + sandbox.port()), stream(out), stream(err), this::nothingIsPrinted))
                    .isEmpty();
            assertThat(printed(err)).contains("port is taken", "--port ");
        }
    }

    @Test
    void reportsADamagedDataFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("account.json"), "{");

        assertThat(SandboxMain.start(
                        List.of("--port=0", "--data=" + file), stream(out), stream(err), this::nothingIsPrinted))
                .isEmpty();
        assertThat(printed(err)).startsWith("The data file " + file + " cannot be read or is damaged");
    }

    @Test
    void aTerminatedProcessWritesItsDataFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("account.json");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxMain.class.getName(),
                        "--port=0",
                        "--data=" + file)
                .redirectErrorStream(true)
                .start();
        try (BufferedReader printed = process.inputReader()) {
            String baseUrl = printed.readLine().replace("Base URL: ", "");
            new ApiClient(baseUrl, "sandbox-key", "2_4711_SandboxApp").form("POST", "/Contacts", "firstname", "Kept");
        } finally {
            process.destroy();
        }

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        try (OntraportSandbox sandbox = start("--port=0", "--data=" + file)) {
            assertThat(sandbox.records(0))
                    .last()
                    .extracting(contact -> contact.get("firstname"))
                    .isEqualTo("Kept");
        }
    }

    private void nothingIsPrinted(OntraportSandbox started) {
        assertThat(printed(out)).isEmpty();
    }

    private OntraportSandbox start(String... arguments) {
        return SandboxMain.start(List.of(arguments), stream(out), stream(err), this::nothingIsPrinted)
                .orElseThrow();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String printed(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
