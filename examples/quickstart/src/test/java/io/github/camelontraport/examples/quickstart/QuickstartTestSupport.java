package io.github.camelontraport.examples.quickstart;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Starts the quickstart as its command does, with an account that stands for a real one. */
abstract class QuickstartTestSupport {

    static final String WRITE = "ontraport.write";

    @TempDir
    Path output;

    @TempDir
    Path state;

    final Properties options = new Properties();
    OntraportSandbox account;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void start() {
        account = account("2_1_id-of-the-account");
        options.setProperty("quickstart.output", output.toString());
        options.setProperty("quickstart.state", state.toString());
        options.setProperty("quickstart.delay", "50");
        options.setProperty("ontraport.requestsPerMinute", "6000");
    }

    static OntraportSandbox account(String appId) {
        return OntraportSandbox.builder()
                .apiKey("key-of-the-account")
                .appId(appId)
                .requestsPerMinute(6_000)
                .start();
    }

    @AfterEach
    void stop() {
        account.close();
    }

    Map<String, String> credentials() {
        return credentials(account);
    }

    static Map<String, String> credentials(OntraportSandbox of) {
        return new HashMap<>(Map.of(
                "ONTRAPORT_API_KEY", of.apiKey(), "ONTRAPORT_APP_ID", of.appId(), "ONTRAPORT_BASE_URL", of.baseUrl()));
    }

    /** A file with contacts of its own, in place of the 500. */
    void csv(int from, int to) throws IOException {
        Path csv = output.resolve("people.csv");
        Files.writeString(
                csv,
                IntStream.rangeClosed(from, to)
                        .mapToObj(number -> "Ada," + email(number))
                        .collect(Collectors.joining("\n", "firstname,email\n", "\n")));
        options.setProperty("quickstart.csv", csv.toString());
    }

    static String email(int number) {
        return "ada" + number + "@example.com";
    }

    Quickstart quickstart(Map<String, String> environment) {
        printed.reset();
        return new Quickstart(environment, options, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    /** What the last one printed. */
    String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
