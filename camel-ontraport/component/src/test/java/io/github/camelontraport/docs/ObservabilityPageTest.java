package io.github.camelontraport.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelontraport.RootPackage;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.main.Main;
import org.apache.camel.test.AvailablePortFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page on running a route says of URLs, meters and the log; the log also on that on troubleshooting. */
class ObservabilityPageTest {

    private static final Path PAGE = Documents.ROOT.resolve("docs/observability.md");
    private static final Path SOURCES = Documents.ROOT.resolve("camel-ontraport/component/src/main/java");
    private static final String PORT = "camel.management.port";
    private static final Pattern URL = Pattern.compile("`http://localhost:9876(/[\\w/]+)`");
    private static final Pattern METER =
            Pattern.compile("(?m)^\\| `(camel\\.ontraport\\.[\\w.]+)` \\| (gauge|counter) ");
    private static final Pattern LOGGED = Pattern.compile("(?m)^\\| (?:INFO|WARN) \\| `([^`]+)` \\|");
    private static final Pattern STATUS = Pattern.compile("(?m)^\\| `([a-z ]+)` \\|");
    /** A message that a row of the page on troubleshooting begins with. */
    private static final Pattern QUOTED = Pattern.compile("(?m)^\\| \"([^\"]+)\" \\|");
    /** Counted only while a sync runs. */
    private static final String OF_SYNC = "camel.ontraport.sync.rows";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    private static Stream<MatchResult> onPage(Pattern pattern) {
        return pattern.matcher(Documents.text(PAGE)).results();
    }

    private static Block block(String language, int number) {
        return Block.of(PAGE).stream()
                .filter(block -> block.is(language))
                .skip(number)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theUrlsOfCamelMainAnswer() throws Exception {
        int port = AvailablePortFinder.getNextAvailable();
        try (OntraportSandbox account = OntraportSandbox.start()) {
            Main main = MainRoutes.of(account, folder, block("yaml", 0).text());
            for (int i = 0; i < 2; i++) {
                Properties properties = new Properties();
                properties.load(new StringReader(block("properties", i).text()));
                properties.forEach((key, value) -> main.addInitialProperty((String) key, (String) value));
            }
            main.addInitialProperty(PORT, Integer.toString(port));
            try {
                main.start();
                assertThatItAnswers("http://localhost:" + port);
            } finally {
                main.stop();
            }
        }
    }

    private void assertThatItAnswers(String base) throws Exception {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        get(base + "/observe/health/ready").statusCode())
                .isEqualTo(200));

        assertThat(onPage(URL).map(url -> url.group(1)))
                .contains("/observe/health", "/observe/metrics", "/q/dev/ontraport")
                .allSatisfy(
                        url -> assertThat(get(base + url).statusCode()).as(url).isEqualTo(200));
        assertThat(get(base + "/observe/health").body()).contains("consumer:newContacts");
        assertThat(get(base + "/q/dev/ontraport").body())
                .contains("requests a minute remain", "Route newContacts, ontraport://contacts");
        String metrics = get(base + "/observe/metrics").body();
        assertThat(onPage(METER).filter(meter -> !meter.group(1).equals(OF_SYNC)))
                .hasSizeGreaterThan(5)
                .allSatisfy(meter -> assertThat(metrics).contains(inPrometheus(meter)));
        assertThat(metrics).contains("camel_exchanges_failed_total");
    }

    @Test
    void theStatusesOfPollsAreThoseOfTheConsole() {
        String table =
                Documents.text(PAGE).split("Status of a route that polls")[1].split("\n\n")[0];

        assertThat(STATUS.matcher(table).results().map(status -> status.group(1)))
                .containsExactlyElementsOf(RootPackage.pollStatuses());
    }

    private static String inPrometheus(MatchResult meter) {
        return "\n" + meter.group(1).replace('.', '_') + (meter.group(2).equals("counter") ? "_total{" : "{");
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    @Test
    void theTextsOfTheLogAreThoseOfTheCode() throws IOException {
        String troubles = Documents.text(Documents.ROOT.resolve("docs/troubleshooting.md"));
        List<String> texts = Stream.concat(
                        onPage(LOGGED), QUOTED.matcher(troubles).results())
                .map(found -> found.group(1))
                .toList();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> Documents.text(file).replaceAll("\"\\s*\\+ \"", ""))
                    .toList();

            assertThat(texts)
                    .hasSizeGreaterThan(12)
                    .allSatisfy(text -> assertThat(sources).as(text).anyMatch(source -> source.contains(text)));
        }
    }
}
